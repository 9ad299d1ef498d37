import { toDate, toInstant, idBounds, type IdPage } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import { owned } from "../../bookings/store/seal-attendee.ts";
import type { Client } from "../../store/client.ts";
import type { BookingNote } from "../domain/booking-note.ts";

type Row = Omit<BookingNote, "createdAt" | "updatedAt"> & {
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** Notes of hosts about attendees, sealed with the attendee's key. */
export const bookingNotes = (client: Client, vault: Vault) => {
  const open = (rows: readonly (Row & { readonly note: Uint8Array })[]) =>
    vault.openMany(rows.map((row) => ({ address: addressOf(row), bytes: row.note })));
  return {
    find: async (id: string): Promise<BookingNote | null> => {
      const row = await client.bookingNote.findUnique({ where: { id } });
      return row && toBookingNote(row);
    },

    /** The notes of a booking that the author wrote, newest first. */
    list: async ({
      bookingId,
      authorId,
      page,
    }: {
      readonly bookingId: string;
      readonly authorId: string;
      readonly page: IdPage;
    }): Promise<BookingNote[]> => {
      const { id, ...read } = idBounds(page, "desc");
      const rows = await client.bookingNote.findMany({
        where: { bookingId, authorId, id },
        ...read,
      });
      return rows.map(toBookingNote);
    },

    count: (bookingId: string): Promise<number> =>
      client.bookingNote.count({ where: { bookingId } }),

    insert: async (note: BookingNote, text: string): Promise<void> => {
      const { createdAt, updatedAt, ...ids } = note;
      const sealed = owned(await vault.seal(addressOf(note), text));
      const times = { createdAt: toDate(createdAt), updatedAt: toDate(updatedAt) };
      await client.bookingNote.createMany({ data: [{ ...ids, ...times, note: sealed }] });
    },

    update: async (note: BookingNote, text: string): Promise<void> => {
      const { id, organizationId, updatedAt } = note;
      const sealed = owned(await vault.seal(addressOf(note), text));
      await client.bookingNote.updateMany({
        where: { id, organizationId },
        data: { note: sealed, updatedAt: toDate(updatedAt) },
      });
    },

    remove: async ({ id, organizationId }: BookingNote): Promise<void> => {
      await client.bookingNote.deleteMany({ where: { id, organizationId } });
    },

    /** The texts, in the order of the ids; null for an erased note. */
    findTexts: async (ids: readonly string[]): Promise<readonly (string | null)[]> => {
      const rows = await client.bookingNote.findMany({ where: { id: { in: [...ids] } } });
      const texts = await open(rows);
      const byId = new Map(rows.map(({ id }, i) => [id, texts[i] ?? null]));
      return ids.map((id) => byId.get(id) ?? null);
    },

    /** All notes about an attendee, without their authors. */
    listAbout: async (
      attendeeId: string,
    ): Promise<readonly { readonly note: string; readonly createdAt: number }[]> => {
      const rows = await client.bookingNote.findMany({ where: { attendeeId } });
      const texts = await open(rows);
      return rows.flatMap(({ createdAt }, i) => {
        const note = texts[i] ?? null;
        return note === null ? [] : [{ note, createdAt: toInstant(createdAt) }];
      });
    },

    countAbout: (attendeeId: string): Promise<number> =>
      client.bookingNote.count({ where: { attendeeId } }),

    eraseAbout: async (attendeeId: string): Promise<number> =>
      (await client.bookingNote.deleteMany({ where: { attendeeId } })).count,
  };
};

/** The address that a note's text is sealed for. */
function addressOf({ id, attendeeId }: Pick<BookingNote, "id" | "attendeeId">) {
  return { subjectId: attendeeId, table: "booking_note", column: "note", row: id };
}

function toBookingNote({ createdAt, updatedAt, ...row }: Row): BookingNote {
  const { id, organizationId, bookingId, attendeeId, authorId } = row;
  const ids = { id, organizationId, bookingId, attendeeId, authorId };
  return { ...ids, createdAt: toInstant(createdAt), updatedAt: toInstant(updatedAt) };
}
