import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

/** A meeting type uses the schedule, so it cannot be deleted. */
export class ScheduleInUse extends DomainError<ErrorCode> {
  constructor() {
    super(
      "SCHEDULE_IN_USE",
      "A meeting type uses this schedule. Choose another schedule there first.",
    );
  }
}
