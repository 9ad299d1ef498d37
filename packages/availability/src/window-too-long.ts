import { DomainError } from "@tidbok/domain";

/** The window that slots are asked for has more days than one answer may have. */
export class WindowTooLong extends DomainError {
  constructor(maximumDays: number) {
    const message = `The window must have ${maximumDays} days at most.`;
    super("WINDOW_TOO_LONG", message, {
      maximumDays,
      problems: [{ path: "window.end", code: "WINDOW_TOO_LONG", message }],
    });
  }
}
