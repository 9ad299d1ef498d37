import type { BusyInterval } from "@tidbok/availability";
import { newId, type Instant, type Interval } from "@tidbok/domain";
import { breaks } from "@tidbok/service";
import type { Booking } from "../domain/booking.ts";
import type { Hold } from "../domain/hold.ts";
import { HoldExpired } from "../domain/hold-errors.ts";
import { SlotTaken } from "../domain/slot-errors.ts";
import type { Client } from "./client.ts";

type BusyRow = { readonly host_id: string; readonly from: Date; readonly to: Date };

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
  }): Promise<ReadonlyMap<string, readonly BusyInterval[]>> => {
    const { hostIds, during, now, except = null } = asked;
    const rows = await client.$queryRaw<BusyRow[]>`
      SELECT host_id, lower(during) AS from, upper(during) AS to FROM reservation
      WHERE host_id = ANY(${[...hostIds]}::uuid[])
        AND during && tstzrange(${iso(during.start)}::timestamptz, ${iso(during.end)}::timestamptz)
        AND state IN ('HELD', 'PENDING', 'CONFIRMED')
        AND (expires_at IS NULL OR expires_at > ${iso(now)}::timestamptz)
        AND (${except}::uuid IS NULL OR (booking_id IS DISTINCT FROM ${except}::uuid AND hold_id IS DISTINCT FROM ${except}::uuid))`;
    return byHost(rows, ({ from, to }) => ({ start: from.getTime(), end: to.getTime() }));
  },

  /** By host, when the bookings of a meeting type since an instant were made. */
  bookedAt: async (meetingTypeId: string, since: Instant) => {
    const rows = await client.$queryRaw<{ host_id: string; at: Date }[]>`
      SELECT r.host_id, b.created_at AS at FROM booking b JOIN reservation r ON r.booking_id = b.id
      WHERE b.meeting_type_id = ${meetingTypeId}::uuid AND b.created_at >= ${iso(since)}::timestamptz
        AND b.state <> 'CANCELLED'`;
    return byHost(rows, ({ at }) => at.getTime());
  },

  hold: (hold: Hold, reserved: Interval): Promise<void> =>
    take(client, {
      rows: hold,
      reserved,
      by: { state: "HELD", bookingId: null, holdId: hold.id, expiresAt: hold.expiresAt },
    }),

  book: (booking: Booking, reserved: Interval): Promise<void> =>
    take(client, {
      rows: booking,
      reserved,
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

  move: (bookingId: string, reserved: Interval): Promise<void> =>
    orTaken(client.$executeRaw`
      UPDATE reservation SET during = tstzrange(${iso(reserved.start)}::timestamptz, ${iso(reserved.end)}::timestamptz)
      WHERE booking_id = ${bookingId}::uuid`),

  release: async (owner: { readonly bookingId?: string; readonly holdId?: string }) => {
    await client.$executeRaw`
      UPDATE reservation SET state = 'CANCELLED', expires_at = NULL
      WHERE (booking_id = ${owner.bookingId ?? null}::uuid OR (hold_id = ${owner.holdId ?? null}::uuid AND state = 'HELD'))`;
  },
});

type Taking = {
  readonly rows: Pick<Booking, "organizationId" | "hostIds">;
  readonly reserved: Interval;
  readonly by: {
    readonly state: string;
    readonly bookingId: string | null;
    readonly holdId: string | null;
    readonly expiresAt: Instant | null;
  };
};

async function take(client: Client, { rows, reserved, by }: Taking): Promise<void> {
  const expiresAt = by.expiresAt === null ? null : iso(by.expiresAt);
  await orTaken(client.$executeRaw`
    INSERT INTO reservation (id, organization_id, host_id, position, booking_id, hold_id, state, during, expires_at)
    SELECT t.id, ${rows.organizationId}::uuid, t.host_id, t.n - 1, ${by.bookingId}::uuid, ${by.holdId}::uuid, ${by.state},
      tstzrange(${iso(reserved.start)}::timestamptz, ${iso(reserved.end)}::timestamptz), ${expiresAt}::timestamptz
    FROM unnest(${rows.hostIds.map(newId)}::uuid[], ${[...rows.hostIds]}::uuid[]) WITH ORDINALITY AS t (id, host_id, n)`);
}

async function orTaken(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (breaks(error, "reservation_no_overlap")) throw new SlotTaken();
    throw error;
  }
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
