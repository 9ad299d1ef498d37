import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

export class MeetingTypeInactive extends DomainError<ErrorCode> {
  constructor() {
    super("MEETING_TYPE_INACTIVE", "This meeting cannot be booked at present.");
  }
}

export class SlugTaken extends DomainError<ErrorCode> {
  constructor() {
    super("SLUG_TAKEN", "Another meeting type has this address.");
  }
}

export class PlanLimitReached extends DomainError<ErrorCode> {
  constructor(activeMeetingTypes: number) {
    super("PLAN_LIMIT_REACHED", "Your plan allows no more active meeting types.", {
      activeMeetingTypes,
    });
  }
}
