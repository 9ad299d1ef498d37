import type { Instant } from "@tidbok/domain";
import type { DueAsked } from "@tidbok/service";
import type { Booking, BookingState, ShownState } from "../domain/booking.ts";
import type { BookingOrder, BookingPlace } from "../domain/booking-order.ts";
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

/** Which bookings. */
export type BookingsAsked = {
  /** Of any of these organizations. */
  readonly organizationIds: readonly string[];
  /** Only those that all of these accounts host. */
  readonly hostIds: readonly string[];
  /** Only those that have a seat in this meeting. */
  readonly occurrenceId: string | null;
  readonly states: readonly ShownState[] | null;
  readonly now: Instant;
  readonly startsAfter: Instant | null;
  readonly startsBefore: Instant | null;
  /** Only those to come that somebody else has to host. */
  readonly isHostMissing: boolean;
  readonly meetingTypeId: string | null;
  readonly order: BookingOrder;
  /** Only what comes after this one in the order. */
  readonly after: BookingPlace | null;
  readonly limit: number;
};

/** Appointments. */
export const bookings = (client: Client) => ({
  findMany: async (ids: readonly string[]): Promise<Booking[]> => {
    const rows = await client.$queryRaw<Row[]>`${selected} WHERE b.id = ANY(${[...ids]}::uuid[])`;
    return rows.map(toBooking);
  },

  /** The booking, which nobody else can change until the transaction ends. */
  lock: async (id: string): Promise<Booking | null> => {
    await client.$queryRaw`SELECT id FROM booking WHERE id = ${id}::uuid FOR UPDATE`;
    // Only a statement that begins now sees who hosts and attends since whoever we waited for is done.
    const [row] = await client.$queryRaw<Row[]>`${selected} WHERE b.id = ${id}::uuid`;
    return row ? toBooking(row) : null;
  },

  /** All bookings that have a seat in the meeting of this one; nobody else can change them until the transaction ends. */
  lockWholeOccurrence: async (id: string): Promise<Booking[]> => {
    const rows = await client.$queryRaw<Row[]>`${selected}
      WHERE b.id IN (SELECT o.booking_id FROM reservation r JOIN reservation o ON o.occurrence_id = r.occurrence_id
        WHERE r.booking_id = ${id}::uuid AND o.state IN ('PENDING', 'CONFIRMED'))
      ORDER BY b.id FOR UPDATE OF b`;
    return rows.map(toBooking);
  },

  /** Those made last first. */
  list: (asked: BookingsAsked): Promise<Booking[]> => listBookings(client, asked),

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
          startAt: new Date(booking.start),
          endAt: new Date(booking.end),
          locationKind: location.kind,
          locationText: location.text,
          createdAt: new Date(booking.createdAt),
          answerBy: dateOrNull(booking.answerBy),
          changeNoticeMinutes: booking.changeNoticeMinutes,
        },
      ],
    });
  },

  /** Pending bookings that nobody has answered by the instant, those that waited longest first. */
  findUnanswered: async ({ now, but, limit }: DueAsked): Promise<readonly string[]> => {
    const rows = await client.booking.findMany({
      where: { state: "PENDING", answerBy: { lte: new Date(now) }, id: { notIn: [...but] } },
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
        startAt: new Date(booking.start),
        endAt: new Date(booking.end),
        cancelledAt: dateOrNull(cancelledAt),
        answerBy: dateOrNull(booking.answerBy),
        cancelledById: cancelledAt === null ? null : byId,
        noShowAt: dateOrNull(noShowAt),
        noShowById: noShowAt === null ? null : byId,
      },
    });
  },
});

/** The bookings that the clause after FROM says. */
export async function selectBookings(client: Client, clause: Prisma.Sql): Promise<Booking[]> {
  return (await client.$queryRaw<Row[]>`${selected} ${clause}`).map(toBooking);
}

async function listBookings(client: Client, asked: BookingsAsked): Promise<Booking[]> {
  const { organizationIds, states, limit } = asked;
  const after = asked.startsAfter === null ? null : new Date(asked.startsAfter).toISOString();
  const until = asked.startsBefore === null ? null : new Date(asked.startsBefore).toISOString();
  const hosted = asked.hostIds.map(
    (hostId) => Prisma.sql`
        AND EXISTS (SELECT 1 FROM reservation r WHERE r.booking_id = b.id AND r.host_id = ${hostId}::uuid)`,
  );
  const rows = await client.$queryRaw<Row[]>`${selected}
      WHERE ${inOne(organizationIds)}
        ${beyond(asked)}
        ${asked.meetingTypeId === null ? Prisma.empty : Prisma.sql`AND b.meeting_type_id = ${asked.meetingTypeId}::uuid`}
        ${states === null ? Prisma.empty : Prisma.sql`AND ${shownState(asked.now)} = ANY(${[...states]}::text[])`}
        ${after === null ? Prisma.empty : Prisma.sql`AND b.start_at >= ${after}::timestamptz`}
        ${until === null ? Prisma.empty : Prisma.sql`AND b.start_at < ${until}::timestamptz`}
        ${seated(asked)}
        ${asked.isHostMissing ? withMissingHost(asked.now) : Prisma.empty}
        ${hosted.length === 0 ? Prisma.empty : Prisma.join(hosted, " ")}
      ORDER BY ${orders[asked.order]} LIMIT ${limit}`;
  return rows.map(toBooking);
}

const orders = {
  NEWEST: Prisma.sql`b.id DESC`,
  START: Prisma.sql`b.start_at, b.id`,
  START_LATEST: Prisma.sql`b.start_at DESC, b.id DESC`,
} as const;

function beyond({ order, after }: BookingsAsked): Prisma.Sql {
  if (after === null) return Prisma.empty;
  if (order === "NEWEST") return Prisma.sql`AND b.id < ${after.id}::uuid`;
  const place = Prisma.sql`(${dateOrNull(after.start)}::timestamptz, ${after.id}::uuid)`;
  return order === "START"
    ? Prisma.sql`AND (b.start_at, b.id) > ${place}`
    : Prisma.sql`AND (b.start_at, b.id) < ${place}`;
}

function seated({ occurrenceId }: BookingsAsked): Prisma.Sql {
  if (occurrenceId === null) return Prisma.empty;
  return Prisma.sql`AND b.id IN (SELECT booking_id FROM reservation
    WHERE occurrence_id = ${occurrenceId}::uuid AND state IN ('PENDING', 'CONFIRMED'))`;
}

// One organization, which is the rule, reads its index in order.
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
    start: row.start_at.getTime(),
    end: row.end_at.getTime(),
    sequence: row.sequence,
    location: { kind: row.location_kind, text: row.location_text },
    hostIds: row.host_ids,
    attendeeIds: row.attendee_ids,
    guestIds: row.guest_ids,
    createdAt: row.created_at.getTime(),
    cancelledAt: row.cancelled_at?.getTime() ?? null,
    cancelledBy: row.cancelled_by,
    answerBy: row.answer_by?.getTime() ?? null,
    changeNoticeMinutes: row.change_notice_minutes,
    seriesId: row.series_id,
    noShowAt: row.no_show_at?.getTime() ?? null,
  };
}

/** The domain's `shownState`, for what is filtered or counted before it is read. The booking is `b`. */
export function shownState(now: Instant): Prisma.Sql {
  return Prisma.sql`
    CASE WHEN b.no_show_at IS NOT NULL THEN 'NO_SHOW'
         WHEN b.state = 'CONFIRMED' AND b.end_at <= ${new Date(now).toISOString()}::timestamptz THEN 'COMPLETED'
         ELSE b.state END`;
}

function withMissingHost(now: Instant): Prisma.Sql {
  return Prisma.sql`
    AND b.state IN ('PENDING', 'CONFIRMED') AND b.end_at > ${new Date(now).toISOString()}::timestamptz
    AND EXISTS (SELECT FROM reservation r WHERE r.booking_id = b.id AND is_missing(r.organization_id, r.host_id))`;
}

function dateOrNull(instant: Instant | null): Date | null {
  return instant === null ? null : new Date(instant);
}
