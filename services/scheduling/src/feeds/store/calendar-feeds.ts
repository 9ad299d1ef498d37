import type { Instant } from "@tidbok/domain";
import { iso, toDate, toInstant } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import type { CalendarDetail, CalendarFeed, FeedOwner } from "../domain/calendar-feed.ts";
import { hostNames } from "../../schedules/store/host-names.ts";
import type { Client } from "../../store/client.ts";

type Bytes = Uint8Array<ArrayBuffer>;

type Row = {
  readonly id: string;
  readonly accountId: string | null;
  readonly attendeeId: string | null;
  readonly sealedName: Bytes | null;
  readonly plainName: string | null;
  readonly details: readonly string[];
  readonly createdAt: Date;
};

const shown = {
  id: true,
  accountId: true,
  attendeeId: true,
  sealedName: true,
  plainName: true,
  details: true,
  createdAt: true,
} as const;

/**
 * Calendar feeds. A feed is found by the index of its secret; the secret itself is not stored. The name is sealed with the
 * owner's key.
 */
export const calendarFeeds = (client: Client, vault: Vault) => ({
  /** The feed, locked until the transaction ends; null when it does not exist or was deleted during the wait. */
  lock: async (id: string): Promise<CalendarFeed | null> => {
    await client.$queryRaw`SELECT 1 FROM calendar_feed WHERE id = ${id}::uuid FOR UPDATE`;
    const row = await client.calendarFeed.findUnique({ where: { id }, select: shown });
    const [feed = null] = row ? await named(vault, [row]) : [];
    return feed;
  },

  listOf: async ({ accountId, attendeeId }: FeedOwner): Promise<CalendarFeed[]> => {
    const where = { accountId, attendeeId };
    const rows = await client.calendarFeed.findMany({
      where,
      orderBy: { id: "asc" },
      select: shown,
    });
    return named(vault, rows);
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
    const { id, accountId, attendeeId } = feed;
    const sealedName = await seal(vault, feed);
    const details = [...feed.details];
    const createdAt = toDate(feed.createdAt);
    await client.calendarFeed.createMany({
      data: [{ id, accountId, attendeeId, sealedName, details, createdAt, secretIndex }],
    });
  },

  update: async (feed: CalendarFeed): Promise<void> => {
    const sealedName = await seal(vault, feed);
    await client.calendarFeed.updateMany({
      where: { id: feed.id },
      data: { details: [...feed.details], sealedName, plainName: null },
    });
  },

  /** Seals some names that are in clear, where they did not change meanwhile; returns how many it found. */
  sealPlainNames: async (limit: number): Promise<number> => {
    const rows = await client.calendarFeed.findMany({
      where: { plainName: { not: null } },
      select: shown,
      take: limit,
    });
    const owned = rows.map((row) => ({ ...keyOf(row), plainName: row.plainName }));
    return namesOf(vault).sealPlain(owned, (where, sealedName) =>
      client.calendarFeed.updateMany({ where, data: { sealedName, plainName: null } }),
    );
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
    named(vault, await client.calendarFeed.findMany({ where: of(subjectId), select: shown })),

  eraseOf: async (subjectId: string): Promise<number> =>
    (await client.calendarFeed.deleteMany({ where: of(subjectId) })).count,
});

const namesOf = (vault: Vault) => hostNames(vault, "calendar_feed");

const keyOf = ({ id, accountId, attendeeId }: Pick<Row, "id" | "accountId" | "attendeeId">) => ({
  id,
  accountId: accountId ?? attendeeId ?? id,
});

async function named(vault: Vault, rows: readonly Row[]): Promise<CalendarFeed[]> {
  const names = await namesOf(vault).openFor(
    rows.map(({ id }) => id),
    rows.map((row) => ({ ...keyOf(row), sealed: row.sealedName, plainName: row.plainName })),
  );
  return rows.map((row, i) => ({ ...toFeed(row), name: names[i] ?? null }));
}

async function seal(vault: Vault, feed: CalendarFeed): Promise<Bytes | null> {
  return feed.name === null ? null : namesOf(vault).seal(keyOf(feed), feed.name);
}

function of(subjectId: string) {
  return { OR: [{ accountId: subjectId }, { attendeeId: subjectId }] };
}

function toFeed({ id, accountId, attendeeId, details, createdAt }: Row): CalendarFeed {
  return {
    id,
    accountId,
    attendeeId,
    name: null,
    // A check of the table allows only these details, and only the two kinds of owners.
    details: details as CalendarDetail[],
    createdAt: toInstant(createdAt),
  } as CalendarFeed;
}
