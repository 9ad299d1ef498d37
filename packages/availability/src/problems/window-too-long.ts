import { DomainError, type ErrorCode } from "@tidbok/domain";

/** The window that slots are asked for has more days than one answer may have. */
export class WindowTooLong extends DomainError<ErrorCode> {
  /** `path` is where the caller gave the window's end. */
  constructor(maximumDays: number, path = "window.end") {
    const message = `The window must have ${maximumDays} days at most.`;
    super("WINDOW_TOO_LONG", message, {
      maximumDays,
      problems: [{ path, code: "WINDOW_TOO_LONG", message }],
    });
  }
}
