import type { Instant, Interval } from "@tidbok/domain";
import type { Booking } from "../domain/booking.ts";
import type { Hold } from "../domain/hold.ts";
import { HoldExpired } from "../domain/hold-errors.ts";
import type { TakenTime } from "../domain/taken-time.ts";
import type { Client } from "./client.ts";
import { orTaken, take, type Chosen } from "./take-time.ts";

type BusyRow = {
  readonly host_id: string;
  readonly from: Date;
  readonly to: Date;
  readonly meeting_type_id: string | null;
  /** Of the meeting, without buffers; null where it is none. */
  readonly start_at: Date | null;
  readonly end_at: Date | null;
};

/** The time that holds and bookings take from hosts, buffers inside. */
export const reservations = (client: Client) => ({
  /**
   * Lets one transaction at a time deal with a host. All take the locks in one order, so that two
   * who want the same hosts wait for each other and never lock each other out.
   */
  lockHosts: async (hostIds: readonly string[]): Promise<void> => {
    const sorted = [...hostIds].sort();
    await client.$queryRaw`
      SELECT pg_advisory_xact_lock(hashtextextended(host, 0))::text FROM unnest(${sorted}::text[]) AS host`;
  },

  /** Opens the time of holds that nobody used; the exclusion constraint does not look at clocks. */
  expireStale: async (hostIds: readonly string[], now: Instant): Promise<void> => {
    await client.$executeRaw`
      UPDATE reservation SET state = 'EXPIRED', expires_at = NULL
      WHERE host_id = ANY(${[...hostIds]}::uuid[]) AND state = 'HELD' AND expires_at <= ${iso(now)}::timestamptz`;
  },

  /** By host, what is taken within the interval, but for what one booking or hold itself takes. */
  busy: async (asked: {
    readonly hostIds: readonly string[];
    readonly during: Interval;
    readonly now: Instant;
    readonly except?: string | null;
  }): Promise<ReadonlyMap<string, readonly TakenTime[]>> => {
    const { hostIds, during, now, except = null } = asked;
    const rows = await client.$queryRaw<BusyRow[]>`
      SELECT r.host_id, lower(r.during) AS from, upper(r.during) AS to,
        coalesce(b.meeting_type_id, h.meeting_type_id) AS meeting_type_id,
        coalesce(b.start_at, h.start_at) AS start_at, coalesce(b.end_at, h.end_at) AS end_at
      FROM reservation r LEFT JOIN booking b ON b.id = r.booking_id
        LEFT JOIN hold h ON h.id = r.hold_id AND r.booking_id IS NULL
      WHERE r.host_id = ANY(${[...hostIds]}::uuid[])
        AND r.during && tstzrange(${iso(during.start)}::timestamptz, ${iso(during.end)}::timestamptz)
        AND r.state IN ('HELD', 'PENDING', 'CONFIRMED')
        AND (r.expires_at IS NULL OR r.expires_at > ${iso(now)}::timestamptz)
        AND (${except}::uuid IS NULL OR (r.booking_id IS DISTINCT FROM ${except}::uuid AND r.hold_id IS DISTINCT FROM ${except}::uuid))`;
    return byHost(rows, toTakenTime);
  },

  /** By host, when the bookings of a meeting type since an instant were made. */
  bookedAt: async (meetingTypeId: string, since: Instant) => {
    const rows = await client.$queryRaw<{ host_id: string; at: Date }[]>`
      SELECT r.host_id, b.created_at AS at FROM booking b JOIN reservation r ON r.booking_id = b.id
      WHERE b.meeting_type_id = ${meetingTypeId}::uuid AND b.created_at >= ${iso(since)}::timestamptz
        AND b.state NOT IN ('CANCELLED', 'DECLINED')`;
    return byHost(rows, ({ at }) => at.getTime());
  },

  hold: (hold: Hold, reserved: Interval, { choices = [] }: Chosen = {}): Promise<void> =>
    take(client, {
      rows: hold,
      reserved,
      choices,
      by: { state: "HELD", bookingId: null, holdId: hold.id, expiresAt: hold.expiresAt },
    }),

  book: (booking: Booking, reserved: Interval, { choices = [] }: Chosen = {}): Promise<void> =>
    take(client, {
      rows: booking,
      reserved,
      choices,
      by: { state: booking.state, bookingId: booking.id, holdId: null, expiresAt: null },
    }),

  /** Turns what a hold took into what the booking takes. */
  bookHeld: async (booking: Booking, holdId: string): Promise<void> => {
    const taken = await client.$executeRaw`
      UPDATE reservation SET state = ${booking.state}, booking_id = ${booking.id}::uuid, expires_at = NULL
      WHERE hold_id = ${holdId}::uuid AND state = 'HELD'`;
    // Another process, whose clock is ahead of ours, has found the hold stale.
    if (taken !== booking.hostIds.length) throw new HoldExpired();
  },

  move: ({ id, state }: Booking, reserved: Interval): Promise<void> =>
    orTaken(client.$executeRaw`
      UPDATE reservation SET state = ${state},
        during = tstzrange(${iso(reserved.start)}::timestamptz, ${iso(reserved.end)}::timestamptz)
      WHERE booking_id = ${id}::uuid`),

  /** What was reserved for a booking that waited is the booking's. */
  confirm: async (bookingId: string): Promise<void> => {
    await client.$executeRaw`
      UPDATE reservation SET state = 'CONFIRMED' WHERE booking_id = ${bookingId}::uuid AND state = 'PENDING'`;
  },

  release: async (owner: { readonly bookingId?: string; readonly holdId?: string }) => {
    await client.$executeRaw`
      UPDATE reservation SET state = 'CANCELLED', expires_at = NULL
      WHERE (booking_id = ${owner.bookingId ?? null}::uuid OR (hold_id = ${owner.holdId ?? null}::uuid AND state = 'HELD'))`;
  },
});

// The engine adds buffers by itself, and counts minutes without them.
function toTakenTime({ from, to, meeting_type_id, start_at, end_at }: BusyRow): TakenTime {
  const [start, end] = [(start_at ?? from).getTime(), (end_at ?? to).getTime()];
  return {
    start,
    end,
    bufferBeforeMinutes: (start - from.getTime()) / 60_000,
    bufferAfterMinutes: (to.getTime() - end) / 60_000,
    meetingTypeId: meeting_type_id,
  };
}

function byHost<Row extends { readonly host_id: string }, Value>(
  rows: readonly Row[],
  valueOf: (row: Row) => Value,
): ReadonlyMap<string, readonly Value[]> {
  const hosts = new Map<string, Value[]>();
  for (const row of rows) {
    const values = hosts.get(row.host_id);
    if (values) values.push(valueOf(row));
    else hosts.set(row.host_id, [valueOf(row)]);
  }
  return hosts;
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}
