import type { Instant, Interval } from "@tidbok/domain";
import type { Booking } from "../../bookings/domain/booking.ts";
import type { Hold } from "../domain/hold.ts";
import { HoldExpired } from "../domain/hold-errors.ts";
import type { Seat } from "../domain/seat.ts";
import { byHost } from "./by-host.ts";
import type { Client } from "../../store/client.ts";
import { findBusy, type BusyAsked } from "./find-busy.ts";
import { reassignTime, type Reassigning } from "./reassign-time.ts";
import { freeSeat, orTaken, rangeOf, take, type Taking } from "./take-time.ts";

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

  busy: (asked: BusyAsked) => findBusy(client, asked),

  /** The bookings and holds that take time of a host within the interval; 50 at most. A hold has no booking yet. */
  takenBy: async (asked: {
    readonly hostId: string;
    readonly during: Interval;
    readonly now: Instant;
  }): Promise<
    readonly { readonly organizationId: string; readonly bookingId: string | null }[]
  > => {
    const { hostId, during, now } = asked;
    return client.$queryRaw`
      SELECT organization_id AS "organizationId", booking_id AS "bookingId" FROM reservation
      WHERE host_id = ${hostId}::uuid
        AND during && tstzrange(${iso(during.start)}::timestamptz, ${iso(during.end)}::timestamptz)
        AND state IN ('HELD', 'PENDING', 'CONFIRMED')
        AND (expires_at IS NULL OR expires_at > ${iso(now)}::timestamptz)
      ORDER BY during LIMIT 50`;
  },

  /** By host, when the meetings of a meeting type that are booked since an instant were booked first. */
  bookedAt: async (meetingTypeId: string, since: Instant) => {
    const rows = await client.$queryRaw<{ host_id: string; at: Date }[]>`
      SELECT r.host_id, min(b.created_at) AS at FROM booking b JOIN reservation r ON r.booking_id = b.id
      WHERE b.meeting_type_id = ${meetingTypeId}::uuid AND b.created_at >= ${iso(since)}::timestamptz
        AND b.state NOT IN ('CANCELLED', 'DECLINED') AND b.import_id IS NULL
      GROUP BY r.host_id, r.occurrence_id`;
    return byHost(rows, ({ at }) => at.getTime());
  },

  hold: (hold: Hold, taking: Taking): Promise<void> =>
    take(client, {
      ...taking,
      rows: hold,
      by: { state: "HELD", bookingId: null, holdId: hold.id, expiresAt: hold.expiresAt },
    }),

  book: (booking: Booking, taking: Taking): Promise<void> =>
    take(client, {
      ...taking,
      rows: booking,
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

  move: ({ id, state }: Booking, seat: Seat): Promise<void> =>
    orTaken(client.$executeRaw`
      UPDATE reservation SET state = ${state}, during = ${rangeOf(seat)}, occurrence_id = ${seat.occurrenceId}::uuid,
        seat = ${freeSeat(seat)}, seats = ${seat.seats}
      WHERE booking_id = ${id}::uuid`),

  reassign: (reassigning: Reassigning) => reassignTime(client, reassigning),

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

function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}
