import type { Instant } from "@tidbok/domain";
import { iso, toDate, toInstant, type DueQuery, type Page } from "@tidbok/service";
import type { Booking, BookingState, ShownState } from "../domain/booking.ts";
import type { BookingOrder, BookingPosition } from "../domain/booking-order.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Client } from "../../store/client.ts";

type Row = {
  readonly id: string;
  readonly organization_id: string;
  readonly meeting_type_id: string;
  readonly state: BookingState;
  readonly start_at: Date;
  readonly end_at: Date;
  readonly sequence: number;
  readonly location_kind: Booking["location"]["kind"];
  readonly location_text: string | null;
  readonly host_ids: readonly string[];
  readonly attendee_ids: readonly string[];
  readonly guest_ids: readonly string[];
  readonly created_at: Date;
  readonly cancelled_at: Date | null;
  readonly cancelled_by: Booking["cancelledBy"];
  readonly answer_by: Date | null;
  readonly series_id: string | null;
  readonly change_notice_minutes: number;
  readonly no_show_at: Date | null;
};

const selected = Prisma.sql`
  SELECT b.*, ARRAY(SELECT r.host_id::text FROM reservation r WHERE r.booking_id = b.id ORDER BY r.position) AS host_ids,
    ARRAY(SELECT a.id::text FROM attendee a WHERE a.booking_id = b.id AND a.kind = 'ATTENDEE' ORDER BY a.position) AS attendee_ids,
    ARRAY(SELECT a.id::text FROM attendee a WHERE a.booking_id = b.id AND a.kind = 'GUEST' AND a.left_at IS NULL
      ORDER BY a.position) AS guest_ids
  FROM booking b`;

/** The conditions, the order and the page of a list of bookings. */
export type BookingListQuery = {
  /** Of any of these organizations. */
  readonly organizationIds: readonly string[];
  /** Only bookings that all of these accounts host. */
  readonly hostIds: readonly string[];
  /** Only bookings with a seat in this meeting. */
  readonly occurrenceId: string | null;
  readonly states: readonly ShownState[] | null;
  readonly now: Instant;
  readonly startsAfter: Instant | null;
  readonly startsBefore: Instant | null;
  /** Only bookings in the future that need another host. */
  readonly isHostMissing: boolean;
  readonly meetingTypeId: string | null;
  readonly order: BookingOrder;
  readonly page: Page<BookingPosition>;
};

/** Appointments. */
export const bookings = (client: Client) => ({
  findMany: async (ids: readonly string[]): Promise<Booking[]> => {
    const rows = await client.$queryRaw<Row[]>`${selected} WHERE b.id = ANY(${[...ids]}::uuid[])`;
    return rows.map(toBooking);
  },

  /** The booking, locked until the transaction ends. */
  lock: async (id: string): Promise<Booking | null> => {
    await client.$queryRaw`SELECT id FROM booking WHERE id = ${id}::uuid FOR UPDATE`;
    // Only a statement that begins after the wait for the lock sees what the other transaction wrote.
    const [row] = await client.$queryRaw<Row[]>`${selected} WHERE b.id = ${id}::uuid`;
    return row ? toBooking(row) : null;
  },

  /** All bookings with a seat in the meeting of this one, locked until the transaction ends. */
  lockWholeOccurrence: async (id: string): Promise<Booking[]> => {
    const rows = await client.$queryRaw<Row[]>`${selected}
      WHERE b.id IN (SELECT o.booking_id FROM reservation r JOIN reservation o ON o.occurrence_id = r.occurrence_id
        WHERE r.booking_id = ${id}::uuid AND o.state IN ('PENDING', 'CONFIRMED'))
      ORDER BY b.id FOR UPDATE OF b`;
    return rows.map(toBooking);
  },

  list: (query: BookingListQuery): Promise<Booking[]> => listBookings(client, query),

  insert: async (booking: Booking): Promise<void> => {
    const { id, organizationId, meetingTypeId, state, sequence, seriesId, location } = booking;
    await client.booking.createMany({
      data: [
        {
          seriesId,
          id,
          organizationId,
          meetingTypeId,
          state,
          sequence,
          startAt: toDate(booking.start),
          endAt: toDate(booking.end),
          locationKind: location.kind,
          locationText: location.text,
          createdAt: toDate(booking.createdAt),
          answerBy: toDate(booking.answerBy),
          changeNoticeMinutes: booking.changeNoticeMinutes,
        },
      ],
    });
  },

  /** Pending bookings with a time limit that has run out, the earliest limit first. */
  findUnanswered: async ({ now, but, limit }: DueQuery): Promise<readonly string[]> => {
    const rows = await client.booking.findMany({
      where: { state: "PENDING", answerBy: { lte: toDate(now) }, id: { notIn: [...but] } },
      orderBy: { answerBy: "asc" },
      take: limit,
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  },

  /** Writes what can change. `byId` is the account or attendee that changes it; null when a time ran out. */
  update: async (booking: Booking, { byId }: { readonly byId: string | null }): Promise<void> => {
    const { id, organizationId, state, sequence, cancelledAt, cancelledBy, noShowAt } = booking;
    await client.booking.updateMany({
      where: { id, organizationId },
      data: {
        state,
        sequence,
        cancelledBy,
        startAt: toDate(booking.start),
        endAt: toDate(booking.end),
        cancelledAt: toDate(cancelledAt),
        answerBy: toDate(booking.answerBy),
        cancelledById: cancelledAt === null ? null : byId,
        noShowAt: toDate(noShowAt),
        noShowById: noShowAt === null ? null : byId,
      },
    });
  },
});

/** The bookings that meet the clause after FROM. */
export async function selectBookings(client: Client, clause: Prisma.Sql): Promise<Booking[]> {
  return (await client.$queryRaw<Row[]>`${selected} ${clause}`).map(toBooking);
}

async function listBookings(client: Client, query: BookingListQuery): Promise<Booking[]> {
  const { organizationIds, states, page } = query;
  const after = iso(query.startsAfter);
  const until = iso(query.startsBefore);
  const hosted = query.hostIds.map(
    (hostId) => Prisma.sql`
        AND EXISTS (SELECT 1 FROM reservation r WHERE r.booking_id = b.id AND r.host_id = ${hostId}::uuid)`,
  );
  const rows = await client.$queryRaw<Row[]>`${selected}
      WHERE ${inOne(organizationIds)}
        ${between(query)}
        ${query.meetingTypeId === null ? Prisma.empty : Prisma.sql`AND b.meeting_type_id = ${query.meetingTypeId}::uuid`}
        ${states === null ? Prisma.empty : Prisma.sql`AND ${shownState(query.now)} = ANY(${[...states]}::text[])`}
        ${after === null ? Prisma.empty : Prisma.sql`AND b.start_at >= ${after}::timestamptz`}
        ${until === null ? Prisma.empty : Prisma.sql`AND b.start_at < ${until}::timestamptz`}
        ${seated(query)}
        ${query.isHostMissing ? withMissingHost(query.now) : Prisma.empty}
        ${hosted.length === 0 ? Prisma.empty : Prisma.join(hosted, " ")}
      ORDER BY ${(page.isBackward ? reversedOrders : orders)[query.order]} LIMIT ${page.limit}`;
  return rows.map(toBooking);
}

const orders = {
  NEWEST: Prisma.sql`b.id DESC`,
  START: Prisma.sql`b.start_at, b.id`,
  START_LATEST: Prisma.sql`b.start_at DESC, b.id DESC`,
} as const;

const reversedOrders = {
  NEWEST: Prisma.sql`b.id`,
  START: Prisma.sql`b.start_at DESC, b.id DESC`,
  START_LATEST: Prisma.sql`b.start_at, b.id`,
} as const;

function between({ order, page: { after, before } }: BookingListQuery): Prisma.Sql {
  const [lower, upper] = order === "START" ? [after, before] : [before, after];
  return Prisma.sql`${beside({ order, position: lower, sign: Prisma.sql`>` })} ${beside({ order, position: upper, sign: Prisma.sql`<` })}`;
}

function beside({
  order,
  position,
  sign,
}: {
  readonly order: BookingOrder;
  readonly position: BookingPosition | null;
  readonly sign: Prisma.Sql;
}): Prisma.Sql {
  if (position === null) return Prisma.empty;
  const { id, start } = position;
  return order === "NEWEST"
    ? Prisma.sql`AND b.id ${sign} ${id}::uuid`
    : Prisma.sql`AND (b.start_at, b.id) ${sign} (${toDate(start)}::timestamptz, ${id}::uuid)`;
}

function seated({ occurrenceId }: BookingListQuery): Prisma.Sql {
  if (occurrenceId === null) return Prisma.empty;
  return Prisma.sql`AND b.id IN (SELECT booking_id FROM reservation
    WHERE occurrence_id = ${occurrenceId}::uuid AND state IN ('PENDING', 'CONFIRMED'))`;
}

// For one organization, the usual case, the database reads its index in order.
function inOne([first, ...rest]: readonly string[]): Prisma.Sql {
  if (first !== undefined && rest.length === 0) {
    return Prisma.sql`b.organization_id = ${first}::uuid`;
  }
  return Prisma.sql`b.organization_id = ANY(${first === undefined ? [] : [first, ...rest]}::uuid[])`;
}

function toBooking(row: Row): Booking {
  return {
    id: row.id,
    organizationId: row.organization_id,
    meetingTypeId: row.meeting_type_id,
    state: row.state,
    start: toInstant(row.start_at),
    end: toInstant(row.end_at),
    sequence: row.sequence,
    location: { kind: row.location_kind, text: row.location_text },
    hostIds: row.host_ids,
    attendeeIds: row.attendee_ids,
    guestIds: row.guest_ids,
    createdAt: toInstant(row.created_at),
    cancelledAt: toInstant(row.cancelled_at),
    cancelledBy: row.cancelled_by,
    answerBy: toInstant(row.answer_by),
    changeNoticeMinutes: row.change_notice_minutes,
    seriesId: row.series_id,
    noShowAt: toInstant(row.no_show_at),
  };
}

/** The domain's `shownState` in SQL, for filters and counts. The booking is `b`. */
export function shownState(now: Instant): Prisma.Sql {
  return Prisma.sql`
    CASE WHEN b.no_show_at IS NOT NULL THEN 'NO_SHOW'
         WHEN b.state = 'CONFIRMED' AND b.end_at <= ${iso(now)}::timestamptz THEN 'COMPLETED'
         ELSE b.state END`;
}

function withMissingHost(now: Instant): Prisma.Sql {
  return Prisma.sql`
    AND b.state IN ('PENDING', 'CONFIRMED') AND b.end_at > ${iso(now)}::timestamptz
    AND EXISTS (SELECT FROM reservation r WHERE r.booking_id = b.id AND is_missing(r.organization_id, r.host_id))`;
}
