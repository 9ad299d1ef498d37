import type { Instant } from "@tidbok/domain";
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

/** Calendar feeds. Their secrets are no part of them: one finds by a secret's index and cannot read it. */
export const calendarFeeds = (client: Client) => ({
  listOf: async ({ accountId, attendeeId }: FeedOwner): Promise<CalendarFeed[]> => {
    const where = { accountId, attendeeId };
    const rows = await client.calendarFeed.findMany({
      where,
      orderBy: { id: "asc" },
      select: shown,
    });
    return rows.map(toFeed);
  },

  find: async (id: string): Promise<CalendarFeed | null> => {
    const row = await client.calendarFeed.findUnique({ where: { id }, select: shown });
    return row && toFeed(row);
  },

  /** With the booking of the attendee whose feed it is; null where there is none. */
  findBySecret: async (
    secretIndex: Bytes,
  ): Promise<{ readonly feed: CalendarFeed; readonly bookingId: string | null } | null> => {
    const row = await client.calendarFeed.findUnique({
      where: { secretIndex },
      select: { ...shown, attendee: { select: { bookingId: true } } },
    });
    return row && { feed: toFeed(row), bookingId: row.attendee?.bookingId ?? null };
  },

  /** One maker at a time for each owner, so that the limit holds however many come at once. */
  lockOwner: async ({ accountId, attendeeId }: FeedOwner): Promise<void> => {
    await client.$queryRaw`
      SELECT pg_advisory_xact_lock(hashtextextended(${`feeds ${accountId ?? attendeeId}`}, 0))::text`;
  },

  insert: async (feed: CalendarFeed, secretIndex: Bytes): Promise<void> => {
    await client.calendarFeed.createMany({
      data: [
        {
          ...feed,
          details: [...feed.details],
          createdAt: new Date(feed.createdAt),
          secretIndex,
        },
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

  /** Some feeds of attendees whose booking ended before the instant. */
  removeOver: (before: Instant, limit: number): Promise<number> =>
    client.$executeRaw`
      DELETE FROM calendar_feed WHERE id IN (
        SELECT f.id FROM calendar_feed f JOIN attendee a ON a.id = f.attendee_id JOIN booking b ON b.id = a.booking_id
        WHERE b.end_at < ${new Date(before).toISOString()}::timestamptz LIMIT ${limit})`,

  countOf: (subjectId: string): Promise<number> =>
    client.calendarFeed.count({ where: of(subjectId) }),

  /** Of an account or an attendee. */
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
    // The table's checks allow nothing else.
    details: details as CalendarDetail[],
    createdAt: createdAt.getTime(),
  } as CalendarFeed;
}
