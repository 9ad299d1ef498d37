import type { Instant } from "@tidbok/domain";
import type { Vault } from "@tidbok/vault";
import type { BookingState, ChangedBy } from "../domain/booking.ts";
import type { BookingChange, ChangeKind, HistoryEntry } from "../domain/booking-change.ts";
import type { BookingChangeModel } from "../../generated/prisma/models.ts";
import type { Client } from "../../store/client.ts";
import { owned, placeOfReason } from "./seal-attendee.ts";

/** Whose copy of what was written with which change. */
export type ReasonAsked = Pick<BookingChange, "bookingId" | "position"> & {
  readonly attendeeId: string;
};

/** What happened to bookings. */
export const changes = (client: Client, vault: Vault) => ({
  /** Adds a change as the newest of its booking, which the transaction has locked or made; gives its position. */
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

  /** Keeps what was written with a change, sealed for each attendee who is still known. */
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
      const sealed = owned(await vault.seal(placeOfReason({ ...change, attendeeId }), reason));
      await client.changeReason.createMany({
        data: [{ bookingId, position, attendeeId, reason: sealed }],
      });
    }
  },

  /** When bookings were changed last. */
  lastAt: async (bookingIds: readonly string[]): Promise<ReadonlyMap<string, Instant>> => {
    const rows = await client.$queryRaw<{ booking_id: string; at: Date }[]>`
      SELECT DISTINCT ON (booking_id) booking_id::text, changed_at AS at FROM booking_change
      WHERE booking_id = ANY(${[...bookingIds]}::uuid[]) ORDER BY booking_id, position DESC`;
    return new Map(rows.map(({ booking_id, at }) => [booking_id, at.getTime()]));
  },

  /** A booking's changes, newest first. */
  list: async (asked: {
    readonly bookingId: string;
    readonly before: number | null;
    readonly limit: number;
  }): Promise<readonly BookingChange[]> => {
    const { bookingId, before, limit } = asked;
    const rows = await client.bookingChange.findMany({
      where: { bookingId, ...(before !== null && { position: { lt: before } }) },
      orderBy: { position: "desc" },
      take: limit,
    });
    return rows.map(toChange);
  },

  /** What was written with these changes, in their order; null where nothing was, or it is erased. */
  findReasons: async (asked: readonly ReasonAsked[]): Promise<readonly (string | null)[]> => {
    const rows = await client.changeReason.findMany({
      where: { bookingId: { in: asked.map(({ bookingId }) => bookingId) } },
    });
    const texts = await vault.openMany(
      rows.map((row) => ({ place: placeOfReason(row), bytes: row.reason })),
    );
    const found = new Map(rows.map((row, i) => [placeOfReason(row).row, texts[i] ?? null]));
    return asked.map((one) => found.get(placeOfReason(one).row) ?? null);
  },

  /** All that was written to or by an attendee when bookings were moved. */
  findReasonsOf: async (attendeeId: string): Promise<readonly { readonly reason: string }[]> => {
    const rows = await client.changeReason.findMany({ where: { attendeeId } });
    const texts = await vault.openMany(
      rows.map((row) => ({ place: placeOfReason(row), bytes: row.reason })),
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
    // The table's checks allow nothing else.
    kind: row.kind as ChangeKind,
    state: row.state as BookingState,
    by: row.changedBy as ChangedBy,
    start: row.startAt.getTime(),
    end: row.endAt.getTime(),
    byId: row.changedById,
    at: row.changedAt.getTime(),
    fromHostId: row.fromHostId,
    toHostId: row.toHostId,
  };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
