import type { Resolvers } from "@tidbok/service";
import type { Booking as BookingRow } from "../bookings/domain/booking.ts";
import type { Context } from "../context.ts";
import { addBookingNote } from "./actions/add-booking-note.ts";
import { deleteBookingNote } from "./actions/delete-booking-note.ts";
import { findBookingNote } from "./actions/find-booking-note.ts";
import { listBookingNotes } from "./actions/list-booking-notes.ts";
import type { ShownNote } from "./domain/shown-note.ts";
import { updateBookingNote } from "./actions/update-booking-note.ts";

export const resolvers: Resolvers<Context> = {
  Mutation: {
    addBookingNote: (_, { input }, context) => addBookingNote(context, input),
    updateBookingNote: (_, { input }, context) => updateBookingNote(context, input),
    deleteBookingNote: (_, { input }, context) => deleteBookingNote(context, input),
  },
  BookingNote: {
    __resolveReference: ({ id }: { readonly id: string }, context) => findBookingNote(context, id),
    author: ({ authorId }: ShownNote) => ({ id: authorId }),
    text: ({ id }: ShownNote, _, { loaders }) => loaders.noteText.load(id),
  },
  Booking: {
    notes: (booking: BookingRow, page, context) => listBookingNotes(context, { ...page, booking }),
  },
};
