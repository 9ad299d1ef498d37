import type { Instant } from "@tidbok/domain";
import { iso, toDate, type DueQuery } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import type { Client } from "../../store/client.ts";
import type { OutdatedCount, RetentionRule } from "../domain/retention-rule.ts";

/** Bookings after their retention period. */
export const outdatedBookings = (client: Client, vault: Vault) => ({
  saveRule: async ({ organizationId, bookingDays, updatedAt }: RetentionRule): Promise<void> => {
    const rule = { bookingDays, updatedAt: toDate(updatedAt) };
    await client.retentionRule.upsert({
      where: { organizationId },
      create: { organizationId, ...rule },
      update: rule,
    });
  },

  /** Ids of outdated bookings of all organizations, by their present rules. */
  findDue: async ({ now, but, limit }: DueQuery): Promise<readonly string[]> => {
    const rows = await client.$queryRaw<{ id: string }[]>`
      SELECT b.id::text FROM retention_rule r CROSS JOIN LATERAL (
        SELECT id FROM booking
        WHERE organization_id = r.organization_id AND id <> ALL(${[...but]}::uuid[])
          AND coalesce(cancelled_at, end_at) <= ${iso(now)}::timestamptz - r.booking_days * interval '24 hours'
        LIMIT ${limit}) b
      WHERE r.booking_days IS NOT NULL LIMIT ${limit}`;
    return rows.map(({ id }) => id);
  },

  /** The numbers of bookings that ended or were cancelled before the instant, and of their attendees. */
  count: async ({
    organizationId,
    before,
  }: {
    readonly organizationId: string;
    readonly before: Instant;
  }): Promise<OutdatedCount> => {
    const [row] = await client.$queryRaw<OutdatedCount[]>`
      SELECT count(DISTINCT b.id)::int AS bookings, count(a.id)::int AS attendees
      FROM booking b LEFT JOIN attendee a ON a.booking_id = b.id
      WHERE b.organization_id = ${organizationId}::uuid
        AND coalesce(b.cancelled_at, b.end_at) <= ${iso(before)}::timestamptz`;
    return row ?? { bookings: 0, attendees: 0 };
  },

  /** Destroys the keys of the booking's attendees. No copy of what they sealed, backups included, opens again. */
  shred: async (bookingId: string): Promise<void> => {
    const attendees = await client.attendee.findMany({
      where: { bookingId },
      select: { id: true },
    });
    await Promise.all(attendees.map(({ id }) => vault.destroyKey(id)));
  },

  /**
   * Locks the booking and returns its organization's id; null when the booking is not outdated any longer, because the
   * rule grew longer, or is gone.
   */
  lock: async (bookingId: string, now: Instant): Promise<string | null> => {
    const [row] = await client.$queryRaw<{ organizationId: string }[]>`
      SELECT b.organization_id::text AS "organizationId"
      FROM booking b JOIN retention_rule r ON r.organization_id = b.organization_id
      WHERE b.id = ${bookingId}::uuid
        AND coalesce(b.cancelled_at, b.end_at) <= ${iso(now)}::timestamptz - r.booking_days * interval '24 hours'
      FOR UPDATE`;
    return row?.organizationId ?? null;
  },

  /** Deletes the booking and all rows that refer to it. */
  remove: async (bookingId: string): Promise<void> => {
    await client.booking.deleteMany({ where: { id: bookingId } });
  },
});
