import { DomainError } from "@tidbok/domain";

/** A meeting type's host is booked by the schedule. */
export class ScheduleInUse extends DomainError {
  constructor() {
    super(
      "SCHEDULE_IN_USE",
      "A meeting type is booked by this schedule; choose another there first.",
    );
  }
}
