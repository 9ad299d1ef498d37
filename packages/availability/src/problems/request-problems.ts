import {
  isKnownInstant,
  type InputProblem,
  InvalidInput,
  day,
  minute,
  DomainError,
  type ErrorCode,
} from "@tidbok/domain";
import {
  checkDate,
  checkDateRange,
  bounds,
  checkWhole,
  problemList,
  type Place,
} from "./problem-list.ts";
import type { BusyInterval, HostRules } from "../request/host-rules.ts";
import { checkLimits, checkRules } from "./rules-problems.ts";
import { checkSchedule } from "./schedule-problems.ts";
import type { SlotRequest } from "../request/slot-request.ts";

/** Every mistake of a request, with its path (`hosts.0.schedule.weekly.2.end`); an empty list for a valid request. */
export function requestProblems(request: SlotRequest): readonly InputProblem[] {
  const { found, root } = problemList();
  checkRules(root.at("rules"), request.rules);
  checkAsked(root, request);
  checkTeam(root.at("hosts"), request);
  for (const [i, host] of request.hosts.entries()) checkHost(root.at("hosts", i), host);
  return found;
}

function checkAsked(root: Place, { rules, window, now, durationMinutes }: SlotRequest): void {
  const offered = [rules.durationMinutes, ...(rules.durationsMinutes ?? [])];
  if (durationMinutes !== undefined && !offered.includes(durationMinutes)) {
    root.at("durationMinutes").add("NOT_OFFERED", "must be one of the durations on offer");
  }
  checkInstant(root.at("now"), now);
  checkInstant(root.at("window", "start"), window.start);
  checkInstant(root.at("window", "end"), window.end);
  checkOrder(root.at("window", "end"), window);
}

function checkTeam(place: Place, { rules, hosts }: SlotRequest): void {
  if (hosts.length === 0) place.add("NO_HOSTS", "must have one host at least");
  if (rules.mode === "ONE_HOST" && hosts.length > 1) {
    place.add("TOO_MANY", "must be one host; several are collective or round robin");
  }
  const seen = new Set<string>();
  for (const [i, { id }] of hosts.entries()) {
    if (seen.has(id)) place.at(i, "id").add("REPEATED", "must not take part twice");
    seen.add(id);
  }
}

function checkHost(place: Place, host: HostRules): void {
  checkSchedule(place.at("schedule"), host.schedule);
  checkLimits(place.at("limits"), host.limits);
  for (const [i, range] of (host.outOfOffice ?? []).entries()) {
    checkDateRange(place.at("outOfOffice", i), range);
  }
  for (const [i, date] of (host.holidays ?? []).entries()) {
    checkDate(place.at("holidays", i), date);
  }
  for (let i = 0; i < host.busy.length; i += 1) {
    const busy = host.busy[i] as BusyInterval;
    // Places are made for mistakes only: thousands of busy times are checked on every request.
    if (!isSound(busy)) checkBusy(place.at("busy", i), busy);
  }
}

function isSound(busy: BusyInterval): boolean {
  return (
    isKnownInstant(busy.start) &&
    isKnownInstant(busy.end) &&
    busy.start <= busy.end &&
    isBuffer(busy.bufferBeforeMinutes) &&
    isBuffer(busy.bufferAfterMinutes)
  );
}

function isBuffer(value = 0): boolean {
  return Number.isInteger(value) && value >= 0 && value <= bounds.bufferMinutes;
}

function checkBusy(place: Place, busy: BusyInterval): void {
  checkInstant(place.at("start"), busy.start);
  checkInstant(place.at("end"), busy.end);
  checkOrder(place.at("end"), busy);
  for (const buffer of ["bufferBeforeMinutes", "bufferAfterMinutes"] as const) {
    const range = { minimum: 0, maximum: bounds.bufferMinutes };
    checkWhole(place.at(buffer), { value: busy[buffer], ...range });
  }
}

function checkInstant(place: Place, value: number): void {
  if (isKnownInstant(value)) return;
  place.add("NOT_AN_INSTANT", "must be whole milliseconds, 1970 to 2199");
}

function checkOrder(place: Place, { start, end }: { start: number; end: number }): void {
  if (end < start) place.add("END_BEFORE_START", "must not lie before the start");
}

/** Throws what is wrong with a request: InvalidInput with all mistakes, or WindowTooLong. */
export function checkRequest(request: SlotRequest): void {
  const found = requestProblems(request);
  if (found.length > 0) throw new InvalidInput(found);
  const maximumDays = request.maximumWindowDays ?? bounds.windowDays;
  // Two months of local days may be an hour longer than so many times 24 hours.
  const longest = maximumDays * day + 60 * minute;
  if (request.window.end - request.window.start > longest) throw new WindowTooLong(maximumDays);
}

/** The window that slots are asked for has more days than one answer may have. */
export class WindowTooLong extends DomainError<ErrorCode> {
  /** `path` is where the caller gave the window's end. */
  constructor(maximumDays: number, path = "window.end") {
    const message = `The window must have ${maximumDays} days at most.`;
    super("WINDOW_TOO_LONG", message, {
      maximumDays,
      problems: [{ path, code: "WINDOW_TOO_LONG", message }],
    });
  }
}
