import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

export class MeetingTypeInactive extends DomainError<ErrorCode> {
  constructor() {
    super("MEETING_TYPE_INACTIVE", "This meeting type is not active and takes no bookings.");
  }
}

export class SlugTaken extends DomainError<ErrorCode> {
  constructor() {
    super("SLUG_TAKEN", "Another meeting type of the organization has this slug.");
  }
}

export class PlanLimitReached extends DomainError<ErrorCode> {
  constructor(activeMeetingTypes: number) {
    super(
      "PLAN_LIMIT_REACHED",
      "The plan of the organization allows no more active meeting types.",
      {
        activeMeetingTypes,
      },
    );
  }
}
