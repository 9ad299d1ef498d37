import type { Instant } from "@tidbok/domain";
import { iso, toDate, toInstant, type IdPage } from "@tidbok/service";
import type { BookingLink } from "../domain/booking-link.ts";
import type { Client } from "../../store/client.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { idPageClause } from "../../store/id-page-clause.ts";

type Row = {
  readonly id: string;
  readonly organization_id: string;
  readonly meeting_type_id: string;
  readonly duration_minutes: number | null;
  readonly maximum_uses: number;
  readonly uses: number;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly created_by: string;
  readonly created_at: Date;
};

/** The links to book meeting types. */
export const bookingLinks = (client: Client) => ({
  find: async (tokenHash: string): Promise<BookingLink | null> => {
    const [row] = await client.$queryRaw<Row[]>`
      SELECT * FROM booking_link WHERE token_hash = ${tokenHash}`;
    return row ? toLink(row) : null;
  },

  findById: async (id: string): Promise<BookingLink | null> => {
    const [row] = await client.$queryRaw<Row[]>`
      SELECT * FROM booking_link WHERE id = ${id}::uuid`;
    return row ? toLink(row) : null;
  },

  /** The link, locked until the transaction ends, so that no other transaction uses or revokes it. */
  lock: async (key: { readonly id: string } | { readonly tokenHash: string }) => {
    const [row] = await client.$queryRaw<Row[]>`
      SELECT * FROM booking_link
      WHERE id = ${"id" in key ? key.id : null}::uuid OR token_hash = ${"tokenHash" in key ? key.tokenHash : null}
      FOR UPDATE`;
    return row ? toLink(row) : null;
  },

  /** A page of a meeting type's links, newest first. */
  list: async (query: {
    readonly meetingTypeId: string;
    readonly page: IdPage;
  }): Promise<BookingLink[]> => {
    const { meetingTypeId, page } = query;
    const rows = await client.$queryRaw<Row[]>`SELECT * FROM booking_link
      WHERE meeting_type_id = ${meetingTypeId}::uuid
        ${idPageClause(Prisma.sql`id`, page)}`;
    return rows.map(toLink);
  },

  /** How many links of a meeting type are usable. */
  countActive: async (meetingTypeId: string, now: Instant): Promise<number> => {
    const [row] = await client.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM booking_link
      WHERE meeting_type_id = ${meetingTypeId}::uuid AND revoked_at IS NULL AND uses < maximum_uses
        AND expires_at > ${iso(now)}::timestamptz`;
    return row?.count ?? 0;
  },

  insert: async (link: BookingLink, tokenHash: string): Promise<void> => {
    const { expiresAt, createdAt, revokedAt: _, ...rest } = link;
    await client.bookingLink.createMany({
      data: [{ ...rest, tokenHash, expiresAt: toDate(expiresAt), createdAt: toDate(createdAt) }],
    });
  },

  use: async ({ id }: BookingLink): Promise<void> => {
    await client.bookingLink.updateMany({ where: { id }, data: { uses: { increment: 1 } } });
  },

  revoke: async ({ id, organizationId }: BookingLink, at: Instant): Promise<void> => {
    await client.bookingLink.updateMany({
      where: { id, organizationId, revokedAt: null },
      data: { revokedAt: toDate(at) },
    });
  },

  /** Deletes at most `most` links that expired before the instant; returns how many it deleted. */
  removeExpired: (before: Instant, most: number): Promise<number> =>
    client.$executeRaw`
      DELETE FROM booking_link WHERE id IN (SELECT id FROM booking_link
        WHERE expires_at < ${iso(before)}::timestamptz LIMIT ${most})`,
});

function toLink(row: Row): BookingLink {
  return {
    id: row.id,
    organizationId: row.organization_id,
    meetingTypeId: row.meeting_type_id,
    durationMinutes: row.duration_minutes,
    maximumUses: row.maximum_uses,
    uses: row.uses,
    expiresAt: toInstant(row.expires_at),
    revokedAt: toInstant(row.revoked_at),
    createdBy: row.created_by,
    createdAt: toInstant(row.created_at),
  };
}
