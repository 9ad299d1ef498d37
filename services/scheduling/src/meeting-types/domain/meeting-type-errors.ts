import { DomainError } from "@tidbok/domain";

export class MeetingTypeInactive extends DomainError {
  constructor() {
    super("MEETING_TYPE_INACTIVE", "This meeting cannot be booked at present.");
  }
}

export class SlugTaken extends DomainError {
  constructor() {
    super("SLUG_TAKEN", "Another meeting type has this address.");
  }
}

export class PlanLimitReached extends DomainError {
  constructor(activeMeetingTypes: number) {
    super("PLAN_LIMIT_REACHED", "Your plan allows no more active meeting types.", {
      activeMeetingTypes,
    });
  }
}
