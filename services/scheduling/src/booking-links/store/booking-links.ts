import type { Instant } from "@tidbok/domain";
import type { BookingLink } from "../domain/booking-link.ts";
import type { Client } from "../../store/client.ts";

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

/** Links by which meeting types are booked. */
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

  /** The link, which nobody else can use or revoke until the transaction ends. */
  lock: async (asked: { readonly id: string } | { readonly tokenHash: string }) => {
    const [row] = await client.$queryRaw<Row[]>`
      SELECT * FROM booking_link
      WHERE id = ${"id" in asked ? asked.id : null}::uuid OR token_hash = ${"tokenHash" in asked ? asked.tokenHash : null}
      FOR UPDATE`;
    return row ? toLink(row) : null;
  },

  /** Those made last first. */
  list: async (asked: {
    readonly meetingTypeId: string;
    readonly before: string | null;
    readonly limit: number;
  }): Promise<BookingLink[]> => {
    const { meetingTypeId, before, limit } = asked;
    const rows = await client.$queryRaw<Row[]>`SELECT * FROM booking_link
      WHERE meeting_type_id = ${meetingTypeId}::uuid AND (${before}::uuid IS NULL OR id < ${before}::uuid)
      ORDER BY id DESC LIMIT ${limit}`;
    return rows.map(toLink);
  },

  /** How many of a meeting type's links can still be used. */
  countActive: async (meetingTypeId: string, now: Instant): Promise<number> => {
    const [row] = await client.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM booking_link
      WHERE meeting_type_id = ${meetingTypeId}::uuid AND revoked_at IS NULL AND uses < maximum_uses
        AND expires_at > ${new Date(now).toISOString()}::timestamptz`;
    return row?.count ?? 0;
  },

  insert: async (link: BookingLink, tokenHash: string): Promise<void> => {
    const { expiresAt, createdAt, revokedAt: _, ...rest } = link;
    await client.bookingLink.createMany({
      data: [
        { ...rest, tokenHash, expiresAt: new Date(expiresAt), createdAt: new Date(createdAt) },
      ],
    });
  },

  use: async ({ id }: BookingLink): Promise<void> => {
    await client.bookingLink.updateMany({ where: { id }, data: { uses: { increment: 1 } } });
  },

  revoke: async ({ id, organizationId }: BookingLink, at: Instant): Promise<void> => {
    await client.bookingLink.updateMany({
      where: { id, organizationId, revokedAt: null },
      data: { revokedAt: new Date(at) },
    });
  },

  /** Takes links away that expired before the instant, `most` at once; how many. */
  removeExpired: (before: Instant, most: number): Promise<number> =>
    client.$executeRaw`
      DELETE FROM booking_link WHERE id IN (SELECT id FROM booking_link
        WHERE expires_at < ${new Date(before).toISOString()}::timestamptz LIMIT ${most})`,
});

function toLink(row: Row): BookingLink {
  return {
    id: row.id,
    organizationId: row.organization_id,
    meetingTypeId: row.meeting_type_id,
    durationMinutes: row.duration_minutes,
    maximumUses: row.maximum_uses,
    uses: row.uses,
    expiresAt: row.expires_at.getTime(),
    revokedAt: row.revoked_at?.getTime() ?? null,
    createdBy: row.created_by,
    createdAt: row.created_at.getTime(),
  };
}
