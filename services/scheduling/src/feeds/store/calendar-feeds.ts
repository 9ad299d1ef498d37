import type { Instant } from "@tidbok/domain";
import { iso, toDate, toInstant } from "@tidbok/service";
import type { CalendarDetail, CalendarFeed, FeedOwner } from "../domain/calendar-feed.ts";
import type { Client } from "../../store/client.ts";

type Bytes = Uint8Array<ArrayBuffer>;

type Row = {
  readonly id: string;
  readonly accountId: string | null;
  readonly attendeeId: string | null;
  readonly name: string;
  readonly details: readonly string[];
  readonly createdAt: Date;
};

const shown = {
  id: true,
  accountId: true,
  attendeeId: true,
  name: true,
  details: true,
  createdAt: true,
} as const;

/** Calendar feeds. A feed is found by the index of its secret; the secret itself is not stored. */
export const calendarFeeds = (client: Client) => ({
  /** The feed, locked until the transaction ends; null when it does not exist or was deleted during the wait. */
  lock: async (id: string): Promise<CalendarFeed | null> => {
    await client.$queryRaw`SELECT 1 FROM calendar_feed WHERE id = ${id}::uuid FOR UPDATE`;
    const row = await client.calendarFeed.findUnique({ where: { id }, select: shown });
    return row && toFeed(row);
  },

  listOf: async ({ accountId, attendeeId }: FeedOwner): Promise<CalendarFeed[]> => {
    const where = { accountId, attendeeId };
    const rows = await client.calendarFeed.findMany({
      where,
      orderBy: { id: "asc" },
      select: shown,
    });
    return rows.map(toFeed);
  },

  /** The feed, with the booking of its attendee; a null bookingId for a feed of an account. */
  findBySecret: async (
    secretIndex: Bytes,
  ): Promise<{ readonly feed: CalendarFeed; readonly bookingId: string | null } | null> => {
    const row = await client.calendarFeed.findUnique({
      where: { secretIndex },
      select: { ...shown, attendee: { select: { bookingId: true } } },
    });
    return row && { feed: toFeed(row), bookingId: row.attendee?.bookingId ?? null };
  },

  /** Locks the owner until the transaction ends, so that simultaneous requests cannot exceed the limit together. */
  lockOwner: async ({ accountId, attendeeId }: FeedOwner): Promise<void> => {
    await client.$queryRaw`
      SELECT pg_advisory_xact_lock(hashtextextended(${`feeds ${accountId ?? attendeeId}`}, 0))::text`;
  },

  insert: async (feed: CalendarFeed, secretIndex: Bytes): Promise<void> => {
    await client.calendarFeed.createMany({
      data: [
        { ...feed, details: [...feed.details], createdAt: toDate(feed.createdAt), secretIndex },
      ],
    });
  },

  update: async ({ id, name, details }: CalendarFeed): Promise<void> => {
    await client.calendarFeed.updateMany({ where: { id }, data: { name, details: [...details] } });
  },

  changeSecret: async ({ id }: CalendarFeed, secretIndex: Bytes): Promise<void> => {
    await client.calendarFeed.updateMany({ where: { id }, data: { secretIndex } });
  },

  remove: async ({ id }: CalendarFeed): Promise<void> => {
    await client.calendarFeed.deleteMany({ where: { id } });
  },

  /** Deletes some feeds of attendees, when the booking ended before the instant; returns their number. */
  removeOver: (before: Instant, limit: number): Promise<number> =>
    client.$executeRaw`
      DELETE FROM calendar_feed WHERE id IN (
        SELECT f.id FROM calendar_feed f JOIN attendee a ON a.id = f.attendee_id JOIN booking b ON b.id = a.booking_id
        WHERE b.end_at < ${iso(before)}::timestamptz LIMIT ${limit})`,

  countOf: (subjectId: string): Promise<number> =>
    client.calendarFeed.count({ where: of(subjectId) }),

  /** The feeds of an account or of an attendee. */
  findOf: async (subjectId: string): Promise<CalendarFeed[]> =>
    (await client.calendarFeed.findMany({ where: of(subjectId), select: shown })).map(toFeed),

  eraseOf: async (subjectId: string): Promise<number> =>
    (await client.calendarFeed.deleteMany({ where: of(subjectId) })).count,
});

function of(subjectId: string) {
  return { OR: [{ accountId: subjectId }, { attendeeId: subjectId }] };
}

function toFeed({ details, createdAt, ...row }: Row): CalendarFeed {
  return {
    ...row,
    // A check of the table allows only these details, and only the two kinds of owners.
    details: details as CalendarDetail[],
    createdAt: toInstant(createdAt),
  } as CalendarFeed;
}
