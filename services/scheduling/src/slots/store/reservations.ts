import { type Instant, type Interval, newId } from "@tidbok/domain";
import { breaks, iso } from "@tidbok/service";
import type { Client } from "../../store/client.ts";
import { HoldExpired, type Hold } from "../domain/hold.ts";
import type { HandChoice, HandOver, GroupChoice } from "../domain/hosts-of-slot.ts";
import { HostNotAvailable, SlotTaken } from "../../meeting-types/domain/slot-errors.ts";
import type { Seat } from "../domain/slot-decision.ts";
import { byHost, findBusy, type BusyQuery } from "./find-busy.ts";
import { Prisma } from "../../generated/prisma/client.ts";

/** What a reservation needs to know of the booking that it is for. */
type SeatedBooking = {
  readonly id: string;
  readonly organizationId: string;
  readonly hostIds: readonly string[];
  readonly state: string;
};

type Reassignment = HandOver & {
  readonly bookingId: string;
  /** Why the new host hosts. */
  readonly choice: HandChoice;
};

type TakenQuery = {
  readonly hostId: string;
  /** Null: in all organizations. */
  readonly organizationId: string | null;
  readonly during: Interval;
  readonly now: Instant;
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

  /** Locks those of the hosts that no other transaction has locked, without waiting; gives them. */
  tryLockHosts: async (hostIds: readonly string[]): Promise<readonly string[]> => {
    const rows = await client.$queryRaw<{ host: string }[]>`
      SELECT host FROM unnest(${[...hostIds]}::text[]) AS host
      WHERE pg_try_advisory_xact_lock(hashtextextended(host, 0))`;
    return rows.map(({ host }) => host);
  },

  /** Opens the time of expired holds; the exclusion constraint does not know the time. */
  expireStale: async (hostIds: readonly string[], now: Instant): Promise<void> => {
    await client.$executeRaw`
      UPDATE reservation SET state = 'EXPIRED', expires_at = NULL
      WHERE host_id = ANY(${[...hostIds]}::uuid[]) AND state = 'HELD' AND expires_at <= ${iso(now)}::timestamptz`;
  },

  busy: (query: BusyQuery) => findBusy(client, query),

  /** The bookings and holds that take time from a host within the interval; 50 at most. A hold has no booking yet. */
  takenBy: (query: TakenQuery) => takenBy(client, query),

  /** By host, when each meeting of the meeting type got its first booking, since the instant. */
  bookedAt: async (meetingTypeId: string, since: Instant) => {
    const rows = await client.$queryRaw<{ host_id: string; at: Date }[]>`
      SELECT r.host_id, min(b.created_at) AS at FROM booking b JOIN reservation r ON r.booking_id = b.id
      WHERE b.meeting_type_id = ${meetingTypeId}::uuid AND b.created_at >= ${iso(since)}::timestamptz
        AND b.state NOT IN ('CANCELLED', 'DECLINED') AND b.import_id IS NULL
      GROUP BY r.host_id, r.occurrence_id`;
    return byHost(rows, ({ at }) => at.getTime());
  },

  /** By booking, in the order of its hosts: the hosts that round robin or a person chose, and why. */
  hostChoices: async (
    bookingIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly (GroupChoice | HandChoice)[]>> => {
    type Row = { booking_id: string; choices: readonly (GroupChoice | HandChoice)[] };
    const rows = await client.$queryRaw<Row[]>`
      SELECT booking_id, json_agg(host_choice ORDER BY position) AS choices FROM reservation
      WHERE booking_id = ANY(${[...bookingIds]}::uuid[]) AND host_choice IS NOT NULL GROUP BY booking_id`;
    return new Map(rows.map(({ booking_id, choices }) => [booking_id, choices]));
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

async function takenBy(
  client: Client,
  { hostId, organizationId, during, now }: TakenQuery,
): Promise<readonly { readonly organizationId: string; readonly bookingId: string | null }[]> {
  return client.$queryRaw`
    SELECT organization_id AS "organizationId", booking_id AS "bookingId" FROM reservation
    WHERE host_id = ${hostId}::uuid AND (${organizationId}::uuid IS NULL OR organization_id = ${organizationId}::uuid)
      AND during && tstzrange(${iso(during.start)}::timestamptz, ${iso(during.end)}::timestamptz)
      AND state IN ('HELD', 'PENDING', 'CONFIRMED')
      AND (expires_at IS NULL OR expires_at > ${iso(now)}::timestamptz)
    ORDER BY during LIMIT 50`;
}

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

/** The seat to take, and the choices that round robin made. */
export type Taking = { readonly seat: Seat; readonly choices: readonly GroupChoice[] };

type Rows = Taking & {
  readonly rows: Pick<SeatedBooking, "organizationId" | "hostIds">;
  readonly by: {
    readonly state: string;
    readonly bookingId: string | null;
    readonly holdId: string | null;
    readonly expiresAt: Instant | null;
  };
};

/** Inserts a reservation for each host. Throws SlotTaken. */
export async function take(client: Client, { rows, seat, choices, by }: Rows): Promise<void> {
  const choiceOf = (hostId: string) => choices.find((choice) => choice.hostId === hostId);
  const chosen = rows.hostIds.map((hostId) => JSON.stringify(choiceOf(hostId) ?? null));
  const expiresAt = by.expiresAt === null ? null : iso(by.expiresAt);
  await orTaken(client.$executeRaw`
    INSERT INTO reservation (id, organization_id, host_id, position, booking_id, hold_id, state, during, expires_at, host_choice,
      occurrence_id, seat, seats)
    SELECT t.id, ${rows.organizationId}::uuid, t.host_id, t.n - 1, ${by.bookingId}::uuid, ${by.holdId}::uuid, ${by.state},
      ${rangeOf(seat)}, ${expiresAt}::timestamptz, nullif(t.choice::jsonb, 'null'::jsonb),
      ${seat.occurrenceId}::uuid, ${freeSeat(seat)}, ${seat.seats}
    FROM unnest(${rows.hostIds.map(newId)}::uuid[], ${[...rows.hostIds]}::uuid[], ${chosen}::text[]) WITH ORDINALITY AS t (id, host_id, choice, n)`);
}

/** The first free seat of the meeting; when all are taken, one beyond the last, which the table refuses. */
export function freeSeat({ occurrenceId, seats }: Seat): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(min(n), ${seats}::int) FROM generate_series(0, ${seats}::int - 1) AS n
    WHERE NOT EXISTS (SELECT 1 FROM reservation o WHERE o.occurrence_id = ${occurrenceId}::uuid AND o.seat = n
      AND o.state IN ('HELD', 'PENDING', 'CONFIRMED')))`;
}

export function rangeOf({ reserved }: Seat): Prisma.Sql {
  return Prisma.sql`tstzrange(${iso(reserved.start)}::timestamptz, ${iso(reserved.end)}::timestamptz)`;
}

/** The constraints of the table decide; their refusal becomes SlotTaken here. */
export async function orTaken(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (constraints.some((constraint) => breaks(error, constraint))) throw new SlotTaken();
    throw error;
  }
}

const constraints = ["reservation_no_overlap", "reservation_seat", "reservation_seat_bound"];
