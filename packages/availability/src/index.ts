export { chooseHost } from "./choose/choose-host.ts";
export type { HostChoice, RoundRobinHost, Standing } from "./choose/host-choice.ts";
export { requestProblems, WindowTooLong } from "./problems/request-problems.ts";
export { rulesProblems } from "./problems/rules-problems.ts";
export { scheduleProblems } from "./problems/schedule-problems.ts";
export type {
  BusyInterval,
  DateOverride,
  DateRange,
  HostRules,
  Hours,
  Schedule,
  Travel,
  WeeklyHours,
} from "./request/host-rules.ts";
export type { Horizon, Limit, Limits, MeetingRules, Mode } from "./request/meeting-rules.ts";
export { busyRange, type Slot, type SlotRequest } from "./request/slot-request.ts";
export { canBook, findSlots, slotAt } from "./slots/find-slots.ts";
export type { LocalDate, LocalTime } from "./time/wall-time.ts";
export { zoneNamed, type Zone } from "./time/zone.ts";
