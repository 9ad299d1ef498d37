import type { Vault } from "@tidbok/vault";
import type { BookingNote } from "../domain/booking-note.ts";
import type { Client } from "../../store/client.ts";
import { owned } from "../../bookings/store/seal-attendee.ts";

type Row = Omit<BookingNote, "createdAt" | "updatedAt"> & {
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** What hosts note about attendees. */
export const bookingNotes = (client: Client, vault: Vault) => {
  const open = (rows: readonly (Row & { readonly note: Uint8Array })[]) =>
    vault.openMany(rows.map((row) => ({ place: placeOf(row), bytes: row.note })));
  return {
    find: async (id: string): Promise<BookingNote | null> => {
      const row = await client.bookingNote.findUnique({ where: { id } });
      return row && toBookingNote(row);
    },

    /** A booking's notes, newest first. */
    list: async (asked: {
      readonly bookingId: string;
      readonly before: string | null;
      readonly limit: number;
    }): Promise<BookingNote[]> => {
      const { bookingId, before, limit } = asked;
      const rows = await client.bookingNote.findMany({
        where: { bookingId, ...(before !== null && { id: { lt: before } }) },
        orderBy: { id: "desc" },
        take: limit,
      });
      return rows.map(toBookingNote);
    },

    count: (bookingId: string): Promise<number> =>
      client.bookingNote.count({ where: { bookingId } }),

    insert: async (note: BookingNote, text: string): Promise<void> => {
      const { createdAt, updatedAt, ...ids } = note;
      await client.bookingNote.createMany({
        data: [
          {
            ...ids,
            note: owned(await vault.seal(placeOf(note), text)),
            createdAt: new Date(createdAt),
            updatedAt: new Date(updatedAt),
          },
        ],
      });
    },

    update: async (note: BookingNote, text: string): Promise<void> => {
      const { id, organizationId, updatedAt } = note;
      const sealed = owned(await vault.seal(placeOf(note), text));
      await client.bookingNote.updateMany({
        where: { id, organizationId },
        data: { note: sealed, updatedAt: new Date(updatedAt) },
      });
    },

    remove: async ({ id, organizationId }: BookingNote): Promise<void> => {
      await client.bookingNote.deleteMany({ where: { id, organizationId } });
    },

    /** What they say, in the order of the ids; null where it is erased. */
    findTexts: async (ids: readonly string[]): Promise<readonly (string | null)[]> => {
      const rows = await client.bookingNote.findMany({ where: { id: { in: [...ids] } } });
      const texts = await open(rows);
      const byId = new Map(rows.map(({ id }, i) => [id, texts[i] ?? null]));
      return ids.map((id) => byId.get(id) ?? null);
    },

    /** All that is noted about an attendee, without who noted it. */
    listAbout: async (
      attendeeId: string,
    ): Promise<readonly { readonly note: string; readonly createdAt: number }[]> => {
      const rows = await client.bookingNote.findMany({ where: { attendeeId } });
      const texts = await open(rows);
      return rows.flatMap(({ createdAt }, i) => {
        const note = texts[i] ?? null;
        return note === null ? [] : [{ note, createdAt: createdAt.getTime() }];
      });
    },

    countAbout: (attendeeId: string): Promise<number> =>
      client.bookingNote.count({ where: { attendeeId } }),

    eraseAbout: async (attendeeId: string): Promise<number> =>
      (await client.bookingNote.deleteMany({ where: { attendeeId } })).count,
  };
};

function placeOf({ id, attendeeId }: Pick<BookingNote, "id" | "attendeeId">) {
  return { subjectId: attendeeId, table: "booking_note", column: "note", row: id };
}

function toBookingNote({ createdAt, updatedAt, ...row }: Row): BookingNote {
  const { id, organizationId, bookingId, attendeeId, authorId } = row;
  const ids = { id, organizationId, bookingId, attendeeId, authorId };
  return { ...ids, createdAt: createdAt.getTime(), updatedAt: updatedAt.getTime() };
}
