export { busyRange } from "./slots/busy-range.ts";
export { canBook, findSlots, slotAt } from "./slots/find-slots.ts";
export { chooseHost } from "./choose/choose-host.ts";
export type { HostChoice, RoundRobinHost, Standing } from "./choose/host-choice.ts";
export type { BusyInterval, HostRules } from "./request/host-rules.ts";
export type { LocalDate } from "./time/local-date.ts";
export type { LocalTime } from "./time/local-time.ts";
export type { Horizon, Limit, Limits, MeetingRules, Mode } from "./request/meeting-rules.ts";
export { requestProblems } from "./problems/request-problems.ts";
export { rulesProblems } from "./problems/rules-problems.ts";
export type {
  DateOverride,
  DateRange,
  Hours,
  Schedule,
  Travel,
  WeeklyHours,
} from "./request/schedule.ts";
export { scheduleProblems } from "./problems/schedule-problems.ts";
export type { Slot, SlotRequest } from "./request/slot-request.ts";
export { WindowTooLong } from "./problems/window-too-long.ts";
export { zoneNamed, type Zone } from "./time/zone.ts";
