import type { Interval } from "@tidbok/domain";
import type { ImportProblem } from "./booking-file.ts";
import type { ImportedBooking } from "./read-imported.ts";
import type { Seat } from "../../slots/domain/seat.ts";
import type { TakenTime } from "../../slots/domain/taken-time.ts";

/** A booking of a file with an id to have, and the fingerprint of what it was in its source. */
export type SourcedBooking = ImportedBooking & { readonly id: string; readonly source: string };

/** What becomes of a booking of a file: it is there already, or has a seat, or cannot be had. */
export type Placed =
  | { readonly kind: "KNOWN"; readonly bookingId: string }
  | { readonly kind: "NEW"; readonly seat: Seat; readonly seatNumber: number }
  | { readonly kind: "REFUSED"; readonly problems: readonly ImportProblem[] };

/** What is there already: bookings by their source, meetings by host, seats that are taken by occurrence. */
export type Surroundings = {
  readonly meetingTypeId: string;
  readonly seats: number;
  readonly known: ReadonlyMap<string, string>;
  readonly taken: ReadonlyMap<string, readonly TakenTime[]>;
  readonly seatsTaken: ReadonlyMap<string, readonly number[]>;
};

/** A meeting that takes time; `with` says of which hosts, and null that no seat in it is to be had here. */
type Meeting = Interval & {
  readonly reserved: Interval;
  readonly occurrenceId: string;
  readonly with: string | null;
};

/**
 * Places bookings one after the other, by line, as if they were booked in the order of the file. What
 * exists elsewhere takes the time that it takes, whatever hours, notice and limits say. It has no
 * buffers, which are for what is offered: meetings may have followed each other closely.
 */
export function placeImported(
  rows: readonly SourcedBooking[],
  surroundings: Surroundings,
): ReadonlyMap<number, Placed> {
  const { seats, known } = surroundings;
  const meetings = meetingsByHost(surroundings);
  const seatsTaken = new Map(
    [...surroundings.seatsTaken].map(([id, numbers]) => [id, new Set(numbers)]),
  );
  const seen = new Set<string>();

  function place(row: SourcedBooking): Placed {
    if (seen.has(row.source)) return refused("UID", "REPEATED");
    seen.add(row.source);
    const bookingId = known.get(row.source);
    if (bookingId !== undefined) return { kind: "KNOWN", bookingId };
    const inTheWay = row.hostIds.flatMap((id) =>
      (meetings.get(id) ?? []).filter(({ reserved }) => overlap(reserved, row)),
    );
    const meeting = inTheWay[0] ?? begin(row);
    const isTheirs = inTheWay.every(
      (each) => each.occurrenceId === meeting.occurrenceId && isAt(each, row),
    );
    const seatNumber = isTheirs ? takeSeat(meeting.occurrenceId) : null;
    if (seatNumber === null) return refused("START", "TIME_TAKEN");
    const { occurrenceId, reserved } = meeting;
    return { kind: "NEW", seat: { occurrenceId, reserved, seats }, seatNumber };
  }

  function begin({ id, start, end, hostIds }: SourcedBooking): Meeting {
    const interval = { start, end };
    const meeting = { ...interval, reserved: interval, occurrenceId: id, with: keyOf(hostIds) };
    for (const hostId of hostIds) {
      const those = meetings.get(hostId);
      if (those) those.push(meeting);
      else meetings.set(hostId, [meeting]);
    }
    return meeting;
  }

  function takeSeat(occurrenceId: string): number | null {
    const taken = seatsTaken.get(occurrenceId) ?? new Set<number>();
    for (let number = 0; number < seats; number++) {
      if (taken.has(number)) continue;
      seatsTaken.set(occurrenceId, taken.add(number));
      return number;
    }
    return null;
  }

  return new Map(rows.map((row) => [row.line, place(row)]));
}

function meetingsByHost({ taken, meetingTypeId }: Surroundings): Map<string, Meeting[]> {
  const hostsOf = new Map<string, string[]>();
  for (const [hostId, times] of taken) {
    for (const { occurrenceId } of times) {
      if (occurrenceId) hostsOf.set(occurrenceId, [...(hostsOf.get(occurrenceId) ?? []), hostId]);
    }
  }
  const meetingsOf = (time: TakenTime): Meeting[] => {
    const { start, end, occurrenceId } = time;
    // Time that a host has blocked is no meeting: what exists in it exists.
    if (occurrenceId === null) return [];
    const reserved = {
      start: start - time.bufferBeforeMinutes * 60_000,
      end: end + time.bufferAfterMinutes * 60_000,
    };
    const isOurs = time.meetingTypeId === meetingTypeId;
    const hosts = isOurs ? keyOf(hostsOf.get(occurrenceId) ?? []) : null;
    return [{ start, end, reserved, occurrenceId, with: hosts }];
  };
  return new Map([...taken].map(([hostId, times]) => [hostId, times.flatMap(meetingsOf)]));
}

function isAt(meeting: Meeting, { start, end, hostIds }: SourcedBooking): boolean {
  return meeting.start === start && meeting.end === end && meeting.with === keyOf(hostIds);
}

function overlap(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

function keyOf(hostIds: readonly string[]): string {
  return [...hostIds].sort().join(" ");
}

function refused(field: ImportProblem["field"], code: ImportProblem["code"]): Placed {
  return { kind: "REFUSED", problems: [{ field, code }] };
}
