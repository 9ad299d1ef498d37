import type { Instant } from "@tidbok/domain";
import type { DueAsked } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import type { OutdatedCount } from "../domain/outdated-count.ts";
import type { Client } from "../../store/client.ts";

/** Whose an outdated booking is. */
type Outdated = { readonly organizationId: string };

/** Bookings whose time to be kept is over. */
export const outdatedBookings = (client: Client, vault: Vault) => ({
  putRule: async (rule: {
    readonly organizationId: string;
    readonly bookingDays: number | null;
    readonly updatedAt: Instant;
  }): Promise<void> => {
    const { organizationId, bookingDays } = rule;
    const now = { bookingDays, updatedAt: new Date(rule.updatedAt) };
    await client.retentionRule.upsert({
      where: { organizationId },
      create: { organizationId, ...now },
      update: now,
    });
  },

  /** Of all organizations, as their rules are now. */
  findDue: async ({ now, but, limit }: DueAsked): Promise<readonly string[]> => {
    const rows = await client.$queryRaw<{ id: string }[]>`
      SELECT b.id::text FROM retention_rule r CROSS JOIN LATERAL (
        SELECT id FROM booking
        WHERE organization_id = r.organization_id AND id <> ALL(${[...but]}::uuid[])
          AND coalesce(cancelled_at, end_at) <= ${new Date(now)}::timestamptz - r.booking_days * interval '24 hours'
        LIMIT ${limit}) b
      WHERE r.booking_days IS NOT NULL LIMIT ${limit}`;
    return rows.map(({ id }) => id);
  },

  /** What a rule of so many days would find outdated now. */
  count: async (asked: {
    readonly organizationId: string;
    readonly before: Instant;
  }): Promise<OutdatedCount> => {
    const [row] = await client.$queryRaw<OutdatedCount[]>`
      SELECT count(DISTINCT b.id)::int AS bookings, count(a.id)::int AS attendees
      FROM booking b LEFT JOIN attendee a ON a.booking_id = b.id
      WHERE b.organization_id = ${asked.organizationId}::uuid
        AND coalesce(b.cancelled_at, b.end_at) <= ${new Date(asked.before)}::timestamptz`;
    return row ?? { bookings: 0, attendees: 0 };
  },

  /** Destroys the keys of all who attend. What is sealed with them can never be read again, wherever copies lie. */
  shred: async (bookingId: string): Promise<void> => {
    const attendees = await client.attendee.findMany({
      where: { bookingId },
      select: { id: true },
    });
    await Promise.all(attendees.map(({ id }) => vault.destroyKey(id)));
  },

  /** The booking, locked, where it is outdated still; null where a rule grew longer or it is gone meanwhile. */
  lock: async (bookingId: string, now: Instant): Promise<Outdated | null> => {
    const [row] = await client.$queryRaw<Outdated[]>`
      SELECT b.organization_id::text AS "organizationId"
      FROM booking b JOIN retention_rule r ON r.organization_id = b.organization_id
      WHERE b.id = ${bookingId}::uuid
        AND coalesce(b.cancelled_at, b.end_at) <= ${new Date(now)}::timestamptz - r.booking_days * interval '24 hours'
      FOR UPDATE`;
    return row ?? null;
  },

  /** Deletes the booking and all that hangs on it. */
  remove: async (bookingId: string): Promise<void> => {
    await client.booking.deleteMany({ where: { id: bookingId } });
  },
});
