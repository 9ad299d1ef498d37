import type { Instant } from "@tidbok/domain";
import { iso, toDate, toInstant } from "@tidbok/service";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Hold } from "../domain/hold.ts";
import type { Client } from "../../store/client.ts";

type Row = {
  readonly id: string;
  readonly organization_id: string;
  readonly meeting_type_id: string;
  readonly start_at: Date;
  readonly end_at: Date;
  readonly host_ids: readonly string[];
  readonly occurrence_id: string;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly released_at: Date | null;
  readonly network: string | null;
};

/** Slots that are reserved for a short while. */
export const holds = (client: Client) => ({
  find: async (id: string): Promise<Hold | null> => {
    const [row] = await client.$queryRaw<Row[]>`${selectHold(id)}`;
    return row ? toHold(row) : null;
  },

  /** The hold, locked: no other transaction uses or releases it until this one ends. */
  lock: async (id: string): Promise<Hold | null> => {
    const [row] = await client.$queryRaw<Row[]>`${selectHold(id)} FOR UPDATE OF h`;
    return row ? toHold(row) : null;
  },

  insert: async (hold: Hold): Promise<void> => {
    const { id, organizationId, meetingTypeId, start, end, createdAt, expiresAt, network } = hold;
    await client.hold.createMany({
      data: [
        {
          id,
          organizationId,
          meetingTypeId,
          startAt: toDate(start),
          endAt: toDate(end),
          createdAt: toDate(createdAt),
          expiresAt: toDate(expiresAt),
          network,
        },
      ],
    });
  },

  /** Makes the holds of a meeting type one after the other, until the transaction ends. */
  lockMeetingType: async (meetingTypeId: string): Promise<void> => {
    await client.$queryRaw`
      SELECT pg_advisory_xact_lock(hashtextextended(${`holds ${meetingTypeId}`}, 0))::text`;
  },

  /** How many live holds the meeting type has, and how many of them the network; none when the network is null. */
  countLive: async (query: {
    readonly meetingTypeId: string;
    readonly network: string | null;
    readonly now: Instant;
  }): Promise<{ readonly all: number; readonly ofNetwork: number }> => {
    const { meetingTypeId, network, now } = query;
    const [counts] = await client.$queryRaw<{ all: number; ofNetwork: number }[]>`
      SELECT count(*)::int AS all, count(*) FILTER (WHERE network = ${network})::int AS "ofNetwork" FROM hold
      WHERE meeting_type_id = ${meetingTypeId}::uuid AND released_at IS NULL AND expires_at > ${iso(now)}::timestamptz`;
    return counts ?? { all: 0, ofNetwork: 0 };
  },

  release: async (id: string, at: Instant): Promise<void> => {
    await client.hold.updateMany({
      where: { id, releasedAt: null },
      data: { releasedAt: toDate(at) },
    });
  },

  /** Removes up to `limit` holds that expired before the instant; returns how many. */
  removeExpired: async (before: Instant, limit: number): Promise<number> => {
    const found = await client.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM hold WHERE expires_at < ${iso(before)}::timestamptz
      ORDER BY expires_at LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
    const ids = found.map(({ id }) => id);
    // A booking owns the reservation of a used hold; that of an unused hold goes with the hold.
    await client.$executeRaw`
      DELETE FROM reservation WHERE hold_id = ANY(${ids}::uuid[]) AND booking_id IS NULL`;
    const { count } = await client.hold.deleteMany({ where: { id: { in: ids } } });
    return count;
  },
});

const selectHold = (id: string) => Prisma.sql`
  SELECT h.*, ARRAY(SELECT r.host_id::text FROM reservation r WHERE r.hold_id = h.id ORDER BY r.position) AS host_ids,
    (SELECT r.occurrence_id FROM reservation r WHERE r.hold_id = h.id LIMIT 1) AS occurrence_id
  FROM hold h WHERE h.id = ${id}::uuid`;

function toHold(row: Row): Hold {
  return {
    id: row.id,
    organizationId: row.organization_id,
    meetingTypeId: row.meeting_type_id,
    start: toInstant(row.start_at),
    end: toInstant(row.end_at),
    hostIds: row.host_ids,
    occurrenceId: row.occurrence_id,
    createdAt: toInstant(row.created_at),
    expiresAt: toInstant(row.expires_at),
    releasedAt: toInstant(row.released_at),
    network: row.network,
  };
}
