import { scheduleProblems } from "@tidbok/availability";
import type { Schedule } from "../domain/schedule.ts";

/** Why a stored schedule offers no hours until its owner changes it; empty for one that can be used. */
export function findScheduleProblems(schedule: Schedule): ReturnType<typeof scheduleProblems> {
  return scheduleProblems(schedule);
}
