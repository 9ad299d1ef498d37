import { pino, type DestinationStream, type Logger } from "pino";

export type { Logger };

/** How much is logged, most first. */
export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;

// What a line may hold besides its message. Names, addresses and texts have no key here, so a
// careless call loses the value instead of leaking it.
const allowed =
  /^(?:\w*[iI]ds?|err|service|operation|type|consumer|stream|subject|state|code|path|method|status|port|url|attempts?|count|ms|version|from|to|signal|reason|constraint)$/;

/** A JSON logger. Only ids, codes and counts pass; of an error its name, code and stack frames, never its text. */
export function createLogger(
  service: string,
  { level = "info", destination }: { level?: string; destination?: DestinationStream } = {},
): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: onlyAllowed },
    serializers: { err: describe },
  };
  return destination ? pino(options, destination) : pino(options);
}

function onlyAllowed(line: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(line).filter(([key]) => allowed.test(key)));
}

// The text of a database error repeats the row it met, and the first line of a stack repeats the text.
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return {
    name: error.name,
    code,
    stack: frames.slice(0, 12).map((frame) => frame.trim()),
    cause: error.cause === undefined ? undefined : describe(error.cause),
  };
}
