import type { InputProblem } from "@tidbok/domain";
import { checkDateRange } from "./date-problems.ts";
import type { BusyInterval, HostRules } from "./host-rules.ts";
import { dayNumber } from "./local-date.ts";
import { bounds, checkWhole, isInstant, problems, type Problems } from "./problems.ts";
import { checkLimits, checkRules } from "./rules-problems.ts";
import { checkSchedule } from "./schedule-problems.ts";
import type { SlotRequest } from "./slot-request.ts";

/** Every mistake of a request, with its path (`hosts.0.schedule.weekly.2.end`); none: an empty list. */
export function requestProblems(request: SlotRequest): readonly InputProblem[] {
  const list = problems();
  checkRules(list, "rules.", request.rules);
  checkAsked(list, request);
  checkTeam(list, request);
  for (const [i, host] of request.hosts.entries()) checkHost(list, `hosts.${i}.`, host);
  return list.found;
}

function checkAsked(list: Problems, { rules, window, now, durationMinutes }: SlotRequest): void {
  const offered = [rules.durationMinutes, ...(rules.durationsMinutes ?? [])];
  if (durationMinutes !== undefined && !offered.includes(durationMinutes)) {
    list.add("durationMinutes", "NOT_OFFERED", "must be one of the durations on offer");
  }
  for (const [path, value] of Object.entries({
    now,
    "window.start": window.start,
    "window.end": window.end,
  })) {
    if (!isInstant(value))
      list.add(path, "NOT_AN_INSTANT", "must be whole milliseconds, 1970 to 2199");
  }
  if (window.end < window.start) {
    list.add("window.end", "END_BEFORE_START", "must not lie before the start");
  }
}

function checkTeam(list: Problems, { rules, hosts }: SlotRequest): void {
  if (hosts.length === 0) list.add("hosts", "NO_HOSTS", "must have one host at least");
  if (rules.mode === "ONE_HOST" && hosts.length > 1) {
    list.add("hosts", "TOO_MANY", "must be one host; several are collective or round robin");
  }
  const seen = new Set<string>();
  for (const [i, { id }] of hosts.entries()) {
    if (seen.has(id)) list.add(`hosts.${i}.id`, "REPEATED", "must not take part twice");
    seen.add(id);
  }
}

function checkHost(list: Problems, path: string, host: HostRules): void {
  checkSchedule(list, `${path}schedule.`, host.schedule);
  checkLimits(list, `${path}limits.`, host.limits);
  for (const [i, range] of (host.outOfOffice ?? []).entries()) {
    checkDateRange(list, `${path}outOfOffice.${i}.`, range);
  }
  for (const [i, date] of (host.holidays ?? []).entries()) {
    if (!Number.isNaN(dayNumber(date))) continue;
    list.add(`${path}holidays.${i}`, "NOT_A_DATE", "must be a date such as 2027-02-28");
  }
  for (let i = 0; i < host.busy.length; i += 1) {
    const busy = host.busy[i] as BusyInterval;
    // Paths are made for mistakes only: thousands of busy times are checked on every request.
    if (!isSound(busy)) checkBusy(list, `${path}busy.${i}.`, busy);
  }
}

function isSound(busy: BusyInterval): boolean {
  return (
    isInstant(busy.start) &&
    isInstant(busy.end) &&
    busy.start <= busy.end &&
    busy.bufferBeforeMinutes === undefined &&
    busy.bufferAfterMinutes === undefined
  );
}

function checkBusy(list: Problems, path: string, busy: BusyInterval): void {
  for (const edge of ["start", "end"] as const) {
    if (isInstant(busy[edge])) continue;
    list.add(path + edge, "NOT_AN_INSTANT", "must be whole milliseconds, 1970 to 2199");
  }
  if (busy.end < busy.start) {
    list.add(`${path}end`, "END_BEFORE_START", "must not lie before the start");
  }
  for (const buffer of ["bufferBeforeMinutes", "bufferAfterMinutes"] as const) {
    const range = { minimum: 0, maximum: bounds.bufferMinutes };
    checkWhole(list, path + buffer, { value: busy[buffer], ...range });
  }
}
