import type { Horizon } from "@tidbok/availability";
import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

export class SlotTaken extends DomainError<ErrorCode> {
  constructor() {
    super("SLOT_TAKEN", "Another booking has just taken this slot.");
  }
}

export class SlotInPast extends DomainError<ErrorCode> {
  constructor() {
    super("SLOT_IN_PAST", "This time has passed.");
  }
}

export class SlotNoticeTooShort extends DomainError<ErrorCode> {
  constructor(noticeMinutes: number) {
    super(
      "SLOT_NOTICE_TOO_SHORT",
      "This time is closer than the notice that the meeting type requires.",
      { noticeMinutes },
    );
  }
}

export class SlotNoticeTooLong extends DomainError<ErrorCode> {
  constructor(maximumNoticeMinutes: number) {
    super("SLOT_NOTICE_TOO_LONG", "This time is further ahead than the meeting type allows.", {
      maximumNoticeMinutes,
    });
  }
}

export class SlotBeyondHorizon extends DomainError<ErrorCode> {
  constructor(horizon: Horizon) {
    const { type: horizonKind, ...rest } = horizon;
    const facts =
      "days" in rest ? { horizonDays: rest.days } : { horizonFrom: rest.from, horizonTo: rest.to };
    super("SLOT_BEYOND_HORIZON", "This time lies beyond the horizon of the meeting type.", {
      horizonKind,
      ...facts,
    });
  }
}

export class SlotLimitReached extends DomainError<ErrorCode> {
  constructor() {
    super("SLOT_LIMIT_REACHED", "The host accepts no more meetings in this period.");
  }
}

export class SlotOutsideHours extends DomainError<ErrorCode> {
  constructor() {
    super("SLOT_OUTSIDE_HOURS", "The host is not available at this time.");
  }
}

export class SlotNotOffered extends DomainError<ErrorCode> {
  constructor() {
    super("SLOT_NOT_OFFERED", "No slot starts at this time. Choose one of the slots.");
  }
}

export class DurationNotOffered extends DomainError<ErrorCode> {
  constructor(durationsMinutes: readonly number[]) {
    super("DURATION_NOT_OFFERED", "The meeting type does not offer this duration.", {
      durationsMinutes,
    });
  }
}

/** A network has made too many attempts to hold or book slots; `retryAfterSeconds` says when the next may come. */
export class RateLimited extends DomainError<ErrorCode> {
  constructor(retryAfterSeconds: number) {
    super("RATE_LIMITED", "Too many attempts; try again later.", { retryAfterSeconds });
  }
}

/** The host has another meeting at this time, or is away. */
export class HostNotAvailable extends DomainError<ErrorCode> {
  constructor() {
    super("HOST_NOT_AVAILABLE", "This host has another meeting at this time, or is away.");
  }
}
