import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

/** A meeting type's host is booked by the schedule. */
export class ScheduleInUse extends DomainError<ErrorCode> {
  constructor() {
    super(
      "SCHEDULE_IN_USE",
      "A meeting type is booked by this schedule; choose another there first.",
    );
  }
}
