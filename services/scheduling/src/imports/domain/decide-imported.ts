import { minute, type Interval } from "@tidbok/domain";
import type { ImportProblem } from "./booking-file.ts";
import type { ImportedBooking } from "./read-imported.ts";
import type { Seat } from "../../slots/domain/slot-decision.ts";
import type { TakenTime } from "../../slots/domain/slot-request.ts";

/** A booking of a file with its future id and the fingerprint by which its source knows it. */
export type SourcedBooking = ImportedBooking & {
  readonly id: string;
  readonly source: string;
  /** The fingerprint for this importer alone; null when the source names the booking by a uid, not by an address. */
  readonly ownSource: string | null;
};

/** The decision about a booking of a file: it exists already, it gets a seat, or it is refused. */
export type ImportDecision =
  | { readonly kind: "KNOWN"; readonly bookingId: string }
  | {
      readonly kind: "NEW";
      readonly source: string;
      readonly seat: Seat;
      readonly seatNumber: number;
    }
  | { readonly kind: "REFUSED"; readonly problems: readonly ImportProblem[] };

/** The existing bookings by their source, the taken time by host, and the taken seats by occurrence. */
export type ExistingBookings = {
  readonly meetingTypeId: string;
  readonly seats: number;
  readonly known: ReadonlyMap<string, string>;
  readonly taken: ReadonlyMap<string, readonly TakenTime[]>;
  readonly seatsTaken: ReadonlyMap<string, readonly number[]>;
};

/** A meeting that takes time. `with` names its hosts; null: another meeting type, so an import takes no seat in it. */
type Meeting = Interval & {
  readonly reserved: Interval;
  readonly occurrenceId: string;
  readonly with: string | null;
};

/**
 * Decides about the bookings by their ids, as if they were booked in the order of the file. Hours, notice and limits do not
 * apply, because the meetings exist already. They have no buffers, because buffers keep offered slots apart, and the
 * other system may have booked meetings without a pause.
 */
export function decideImported(
  rows: readonly SourcedBooking[],
  existing: ExistingBookings,
): ReadonlyMap<string, ImportDecision> {
  const { seats, known } = existing;
  const meetings = meetingsByHost(existing);
  const seatsTaken = new Map(
    [...existing.seatsTaken].map(([id, numbers]) => [id, new Set(numbers)]),
  );
  const seen = new Set<string>();

  function decide(row: SourcedBooking): ImportDecision {
    if (seen.has(row.source)) return refused("UID", "REPEATED");
    seen.add(row.source);
    const bookingId = known.get(row.source);
    if (bookingId !== undefined) return { kind: "KNOWN", bookingId };
    const inTheWay = row.hostIds.flatMap((id) =>
      (meetings.get(id) ?? []).filter(({ reserved }) => overlap(reserved, row)),
    );
    const meeting = inTheWay[0] ?? begin(row);
    const isSameMeeting = inTheWay.every(
      (each) => each.occurrenceId === meeting.occurrenceId && isAt(each, row),
    );
    const seatNumber = isSameMeeting ? takeSeat(meeting.occurrenceId) : null;
    if (seatNumber === null) return refused("START", "TIME_TAKEN");
    const { occurrenceId, reserved } = meeting;
    return { kind: "NEW", source: row.source, seat: { occurrenceId, reserved, seats }, seatNumber };
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

  return new Map(rows.map((row) => [row.id, decide(row)]));
}

function meetingsByHost({ taken, meetingTypeId }: ExistingBookings): Map<string, Meeting[]> {
  const hostsOf = new Map<string, string[]>();
  for (const [hostId, times] of taken) {
    for (const { occurrenceId } of times) {
      if (occurrenceId) hostsOf.set(occurrenceId, [...(hostsOf.get(occurrenceId) ?? []), hostId]);
    }
  }
  const meetingsOf = (time: TakenTime): Meeting[] => {
    const { start, end, occurrenceId } = time;
    // Blocked time does not refuse an import: the meetings in it exist already.
    if (occurrenceId === null) return [];
    const reserved = {
      start: start - time.bufferBeforeMinutes * minute,
      end: end + time.bufferAfterMinutes * minute,
    };
    const isSameType = time.meetingTypeId === meetingTypeId;
    const hosts = isSameType ? keyOf(hostsOf.get(occurrenceId) ?? []) : null;
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

function refused(field: ImportProblem["field"], code: ImportProblem["code"]): ImportDecision {
  return { kind: "REFUSED", problems: [{ field, code }] };
}
