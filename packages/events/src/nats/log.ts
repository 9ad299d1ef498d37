import type { Logger } from "pino";

/** What this package needs of a logger. */
export type Log = Pick<Logger, "debug" | "info" | "warn" | "error">;
