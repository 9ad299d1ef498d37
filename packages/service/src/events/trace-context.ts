const shape = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The W3C Trace Context (version 00) in the header, or null: what a client made up goes no further. */
export function traceparentOf(header: unknown): string | null {
  return typeof header === "string" && shape.test(header) ? header : null;
}

/** A trace of its own for a request that came without one; its trace id is the request's id. */
export function traceparentFor(requestId: string): string {
  const hex = requestId.replaceAll("-", "");
  return `00-${hex}-${hex.slice(16)}-01`;
}

/** The id of the request that a trace belongs to, written as a UUID, so that one search finds all of its log lines. */
export function requestIdOf(traceparent: string | null): string | null {
  const hex = shape.exec(traceparent ?? "")?.[1];
  return hex ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") : null;
}
