import type { Instant, Interval } from "@tidbok/domain";
import { breaks, iso } from "@tidbok/service";
import type { Client } from "../../store/client.ts";
import { HoldExpired, type Hold } from "../domain/hold.ts";
import type { HandChoice, HandOver } from "../domain/host-choice.ts";
import { HostNotAvailable } from "../domain/host-not-available.ts";
import type { Seat, SeatedBooking } from "../domain/seat.ts";
import { byHost, findBusy, type BusyQuery } from "./find-busy.ts";
import { freeSeat, orTaken, rangeOf, take, type Taking } from "./take-time.ts";

type Reassignment = HandOver & {
  readonly bookingId: string;
  /** Why the new host hosts. */
  readonly choice: HandChoice;
};

/** The time that holds and bookings take from hosts, buffers included. */
export const reservations = (client: Client) => ({
  /**
   * Locks the hosts until the transaction ends. Every transaction takes the locks in the same order, so two that need
   * the same hosts wait for each other and never deadlock.
   */
  lockHosts: async (hostIds: readonly string[]): Promise<void> => {
    const sorted = [...hostIds].sort();
    await client.$queryRaw`
      SELECT pg_advisory_xact_lock(hashtextextended(host, 0))::text FROM unnest(${sorted}::text[]) AS host`;
  },

  /** Opens the time of expired holds; the exclusion constraint does not know the time. */
  expireStale: async (hostIds: readonly string[], now: Instant): Promise<void> => {
    await client.$executeRaw`
      UPDATE reservation SET state = 'EXPIRED', expires_at = NULL
      WHERE host_id = ANY(${[...hostIds]}::uuid[]) AND state = 'HELD' AND expires_at <= ${iso(now)}::timestamptz`;
  },

  busy: (query: BusyQuery) => findBusy(client, query),

  /** The bookings and holds that take time from a host within the interval; 50 at most. A hold has no booking yet. */
  takenBy: async (query: {
    readonly hostId: string;
    readonly during: Interval;
    readonly now: Instant;
  }): Promise<
    readonly { readonly organizationId: string; readonly bookingId: string | null }[]
  > => {
    const { hostId, during, now } = query;
    return client.$queryRaw`
      SELECT organization_id AS "organizationId", booking_id AS "bookingId" FROM reservation
      WHERE host_id = ${hostId}::uuid
        AND during && tstzrange(${iso(during.start)}::timestamptz, ${iso(during.end)}::timestamptz)
        AND state IN ('HELD', 'PENDING', 'CONFIRMED')
        AND (expires_at IS NULL OR expires_at > ${iso(now)}::timestamptz)
      ORDER BY during LIMIT 50`;
  },

  /** By host, when each meeting of the meeting type got its first booking, since the instant. */
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

  book: (booking: SeatedBooking, taking: Taking): Promise<void> =>
    take(client, {
      ...taking,
      rows: booking,
      by: { state: booking.state, bookingId: booking.id, holdId: null, expiresAt: null },
    }),

  /** Gives the reservation of a hold to the booking. */
  bookHeld: async (booking: SeatedBooking, holdId: string): Promise<void> => {
    const taken = await client.$executeRaw`
      UPDATE reservation SET state = ${booking.state}, booking_id = ${booking.id}::uuid, expires_at = NULL
      WHERE hold_id = ${holdId}::uuid AND state = 'HELD'`;
    // Another process with a faster clock may have expired the hold.
    if (taken !== booking.hostIds.length) throw new HoldExpired();
  },

  move: ({ id, state }: SeatedBooking, seat: Seat): Promise<void> =>
    orTaken(client.$executeRaw`
      UPDATE reservation SET state = ${state}, during = ${rangeOf(seat)}, occurrence_id = ${seat.occurrenceId}::uuid,
        seat = ${freeSeat(seat)}, seats = ${seat.seats}
      WHERE booking_id = ${id}::uuid`),

  handOver: (change: Reassignment) => handOver(client, change),

  /** Makes the reservation of a pending booking final. */
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

/** Gives the reservation of one host of a booking to another host. Throws HostNotAvailable when its time is taken. */
async function handOver(client: Client, change: Reassignment): Promise<void> {
  const { bookingId, fromHostId, toHostId, choice } = change;
  try {
    const changed = await client.$executeRaw`
      UPDATE reservation SET host_id = ${toHostId}::uuid, host_choice = ${JSON.stringify(choice)}::jsonb
      WHERE booking_id = ${bookingId}::uuid AND host_id = ${fromHostId}::uuid`;
    if (changed !== 1) throw new Error("A host of a locked booking has no reservation.");
  } catch (error) {
    if (breaks(error, "reservation_no_overlap")) throw new HostNotAvailable();
    throw error;
  }
}
