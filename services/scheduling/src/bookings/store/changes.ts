import type { Instant } from "@tidbok/domain";
import { iso, toInstant, type Page } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import type { BookingState, ChangedBy } from "../domain/booking.ts";
import type { BookingChange, ChangeKind, HistoryEntry } from "../domain/booking-change.ts";
import type { BookingChangeModel } from "../../generated/prisma/models.ts";
import type { Client } from "../../store/client.ts";
import { owned, addressOfReason } from "./seal-attendee.ts";

/** The change, and the attendee for which its reason is sealed. */
export type ReasonQuery = Pick<BookingChange, "bookingId" | "position"> & {
  readonly attendeeId: string;
};

/** The changes of bookings. */
export const changes = (client: Client, vault: Vault) => ({
  /** Appends a change to the history of a booking that the transaction has locked or made; gives its position. */
  append: async ({ kind, booking, handOver, by, byId, now }: HistoryEntry): Promise<number> => {
    const [row] = await client.$queryRaw<{ position: number }[]>`
      INSERT INTO booking_change (booking_id, position, organization_id, kind, state, start_at, end_at, changed_by, changed_by_id, changed_at,
        from_host_id, to_host_id)
      SELECT ${booking.id}::uuid, coalesce(max(position) + 1, 0), ${booking.organizationId}::uuid, ${kind}, ${booking.state},
        ${iso(booking.start)}::timestamptz, ${iso(booking.end)}::timestamptz, ${by}, ${byId}::uuid, ${iso(now)}::timestamptz,
        ${handOver?.fromHostId ?? null}::uuid, ${handOver?.toHostId ?? null}::uuid
      FROM booking_change WHERE booking_id = ${booking.id}::uuid
      RETURNING position`;
    return row?.position ?? 0;
  },

  /** Saves the reason of a change, sealed for each attendee that is not erased. */
  saveReason: async (
    change: Pick<BookingChange, "bookingId" | "position">,
    reason: string,
  ): Promise<void> => {
    const { bookingId, position } = change;
    const attendees = await client.attendee.findMany({
      where: { bookingId, kind: "ATTENDEE", erasedAt: null },
      select: { id: true },
    });
    for (const { id: attendeeId } of attendees) {
      const sealed = owned(await vault.seal(addressOfReason({ ...change, attendeeId }), reason));
      await client.changeReason.createMany({
        data: [{ bookingId, position, attendeeId, reason: sealed }],
      });
    }
  },

  /** By booking, the instant of its last change. */
  lastAt: async (bookingIds: readonly string[]): Promise<ReadonlyMap<string, Instant>> => {
    const rows = await client.$queryRaw<{ booking_id: string; at: Date }[]>`
      SELECT DISTINCT ON (booking_id) booking_id::text, changed_at AS at FROM booking_change
      WHERE booking_id = ANY(${[...bookingIds]}::uuid[]) ORDER BY booking_id, position DESC`;
    return new Map(rows.map(({ booking_id, at }) => [booking_id, toInstant(at)]));
  },

  /** By booking, the hosts that it had before a hand-over; some of them may host it again. */
  formerHosts: async (
    bookingIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> => {
    const rows = await client.$queryRaw<{ booking_id: string; host_ids: readonly string[] }[]>`
      SELECT booking_id, array_agg(DISTINCT from_host_id::text) AS host_ids FROM booking_change
      WHERE booking_id = ANY(${[...bookingIds]}::uuid[]) AND from_host_id IS NOT NULL GROUP BY booking_id`;
    return new Map(rows.map(({ booking_id, host_ids }) => [booking_id, host_ids]));
  },

  /** A booking's changes, newest first. */
  list: async (query: {
    readonly bookingId: string;
    readonly page: Page<number>;
  }): Promise<readonly BookingChange[]> => {
    const { bookingId, page } = query;
    const { isBackward, limit } = page;
    const rows = await client.bookingChange.findMany({
      where: { bookingId, position: between(page) },
      orderBy: { position: isBackward ? "asc" : "desc" },
      take: limit,
    });
    return rows.map(toChange);
  },

  /** The reasons of these changes, in their order; null without a reason, or when it is erased. */
  findReasons: async (queries: readonly ReasonQuery[]): Promise<readonly (string | null)[]> => {
    const rows = await client.changeReason.findMany({
      where: { bookingId: { in: queries.map(({ bookingId }) => bookingId) } },
    });
    const texts = await vault.openMany(
      rows.map((row) => ({ address: addressOfReason(row), bytes: row.reason })),
    );
    const found = new Map(rows.map((row, i) => [addressOfReason(row).row, texts[i] ?? null]));
    return queries.map((one) => found.get(addressOfReason(one).row) ?? null);
  },

  /** All reasons of moves that are sealed for the attendee. */
  findReasonsOf: async (attendeeId: string): Promise<readonly { readonly reason: string }[]> => {
    const rows = await client.changeReason.findMany({ where: { attendeeId } });
    const texts = await vault.openMany(
      rows.map((row) => ({ address: addressOfReason(row), bytes: row.reason })),
    );
    return texts.flatMap((reason) => (reason === null ? [] : [{ reason }]));
  },

  countReasonsOf: (attendeeId: string): Promise<number> =>
    client.changeReason.count({ where: { attendeeId } }),

  eraseReasonsOf: async (attendeeId: string): Promise<number> =>
    (await client.changeReason.deleteMany({ where: { attendeeId } })).count,
});

function toChange(row: BookingChangeModel): BookingChange {
  return {
    bookingId: row.bookingId,
    position: row.position,
    // The table's checks allow no other value.
    kind: row.kind as ChangeKind,
    state: row.state as BookingState,
    by: row.changedBy as ChangedBy,
    start: toInstant(row.startAt),
    end: toInstant(row.endAt),
    byId: row.changedById,
    at: toInstant(row.changedAt),
    fromHostId: row.fromHostId,
    toHostId: row.toHostId,
  };
}

// The newest change has the highest position.
function between({ after, before }: Page<number>) {
  return { ...(after !== null && { lt: after }), ...(before !== null && { gt: before }) };
}
