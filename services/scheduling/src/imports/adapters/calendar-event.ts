import { minute, type Instant } from "@tidbok/domain";
import type ICAL from "ical.js";
import { durationOf, endAfter } from "./calendar-duration.ts";
import { timesOf, type CalendarTime } from "./calendar-time.ts";
import { textOf } from "./property-text.ts";
import { wallOf } from "./wall-of.ts";
import type { FileZones } from "./zones-of.ts";

/** An event of a file: a meeting, one moved occurrence of a series (RECURRENCE-ID), or an answer about one. */
export type CalendarEvent = {
  readonly component: ICAL.Component;
  /** The line of the file on which it begins; 1 is the first. */
  readonly line: number;
  readonly zones: FileZones;
  readonly uid: string | null;
  readonly sequence: number;
  /** DTSTAMP as a number that only compares. */
  readonly stamp: number;
  /** ANSWER: a REPLY, REFRESH or COUNTER (RFC 5546), which says nothing about the meeting itself. */
  readonly state: "CONFIRMED" | "TENTATIVE" | "CANCELLED" | "ANSWER";
  readonly isAllDay: boolean;
  readonly start: CalendarTime | null;
  /** RECURRENCE-ID: the start that the occurrence has by the rule of its series. */
  readonly recurrenceId: CalendarTime | null;
  /** RANGE=THISANDFUTURE. */
  readonly isRange: boolean;
};

const answers = new Set(["REPLY", "REFRESH", "COUNTER", "DECLINECOUNTER"]);

/** Reads an event of a calendar with that METHOD. */
export function calendarEvent(
  component: ICAL.Component,
  file: { readonly line: number; readonly zones: FileZones; readonly method: string },
): CalendarEvent {
  const first = (name: string) => {
    const property = component.getFirstProperty(name);
    return property ? (timesOf(property, file.zones)[0] ?? null) : null;
  };
  const range = component.getFirstProperty("recurrence-id")?.getFirstParameter("range");
  const start = first("dtstart");
  return {
    component,
    line: file.line,
    zones: file.zones,
    uid: textOf(component, "uid") || null,
    sequence: Number(textOf(component, "sequence")) || 0,
    stamp: wallOf(textOf(component, "dtstamp"))?.wall ?? 0,
    state: stateOf(textOf(component, "status").toUpperCase(), file.method),
    isAllDay: start?.isDate === true || isMarkedAllDay(component),
    start,
    recurrenceId: first("recurrence-id"),
    isRange: range?.toUpperCase() === "THISANDFUTURE",
  };
}

function stateOf(status: string, method: string): CalendarEvent["state"] {
  if (answers.has(method)) return "ANSWER";
  if (method === "CANCEL" || /^CANCELL?ED$/.test(status)) return "CANCELLED";
  return status === "" || status === "CONFIRMED" ? "CONFIRMED" : "TENTATIVE";
}

function isMarkedAllDay(component: ICAL.Component): boolean {
  const marks = [
    "x-microsoft-cdo-alldayevent",
    "x-microsoft-msncalendar-alldayevent",
    "x-funambol-allday",
  ];
  return marks.some((name) => /^(TRUE|1)$/i.test(textOf(component, name)));
}

/**
 * When an occurrence ends that begins at this start: DTEND gives every occurrence the same exact length, DURATION the
 * same wall time (RFC 5545 3.8.5.3). Null where the event has neither, or one that cannot be read.
 */
export function endOf(
  event: CalendarEvent,
  start: Pick<CalendarTime, "wall" | "zone"> & { readonly end?: string | null },
): Instant | null {
  const { zone } = start;
  if (zone === null) return null;
  const begin = { wall: start.wall, zone };
  if (start.end) {
    const end = wallOf(start.end);
    const length = durationOf(start.end);
    if (end) return end.isUtc ? end.wall : zone.instantOf(end.wall);
    return length && endAfter(begin, length);
  }
  const length = durationOf(textOf(event.component, "duration"));
  if (length) return endAfter(begin, length);
  const dtend = event.component.getFirstProperty("dtend");
  const end = dtend && timesOf(dtend, event.zones)[0];
  const first = event.start;
  if (end?.zone && first?.zone) {
    const exact = end.zone.instantOf(end.wall) - first.zone.instantOf(first.wall);
    // Whole days last until a midnight, also where the clocks change.
    if (end.isDate) return zone.instantOf(start.wall + end.wall - first.wall);
    return zone.instantOf(start.wall) + exact;
  }
  return event.isAllDay && !dtend ? zone.instantOf(start.wall + 1_440 * minute) : null;
}
