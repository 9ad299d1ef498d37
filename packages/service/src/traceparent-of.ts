const shape = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The W3C Trace Context (version 00) in the header, or null: what a client made up goes no further. */
export function traceparentOf(header: unknown): string | null {
  return typeof header === "string" && shape.test(header) ? header : null;
}
