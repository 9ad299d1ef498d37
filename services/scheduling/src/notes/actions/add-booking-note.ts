import { Forbidden, InvalidInput, newId, NotFound, requireMember, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Booking } from "../../bookings/domain/booking.ts";
import { isHostOf, mayKnow } from "../../bookings/domain/relation.ts";
import type { Context } from "../../context.ts";
import {
  addBookingNoteInput,
  mostNotes,
  type AddBookingNoteInput,
  type BookingNote,
} from "../domain/booking-note.ts";
import { shownNote, type ShownNote } from "../domain/shown-note.ts";

/** Adds a host's note about an attendee, once per idempotency key. */
export async function addBookingNote(context: Context, given: unknown): Promise<ShownNote> {
  const input = validate(addBookingNoteInput, given);
  const request = context.fingerprint(JSON.stringify(input));
  return inTransaction(context, async (context) => {
    const { caller, store } = context;
    const booking = await store.bookings.lock(input.bookingId);
    if (!booking || !mayKnow(caller, booking)) throw new NotFound("booking");
    if (!isHostOf(caller, booking)) throw new Forbidden();
    const authorId = requireMember(caller, booking.organizationId);
    const principal = `account ${authorId}`;
    const once = { principal, operation: "addBookingNote", key: input.idempotencyKey, request };
    const { id } = await store.once(once, () => insert(context, { input, booking, authorId }));
    const note = await store.bookingNotes.find(id);
    if (!note) throw new NotFound("note");
    return shownNote(note, booking);
  });
}

async function insert(
  { store, now }: Pick<Context, "store" | "now">,
  {
    input,
    booking,
    authorId,
  }: {
    readonly input: AddBookingNoteInput;
    readonly booking: Booking;
    readonly authorId: string;
  },
): Promise<string> {
  const attendeeId = input.attendeeId ?? booking.attendeeIds[0] ?? "";
  // The lock makes an erasure of the attendee wait, so that it erases this note as well.
  if (!booking.attendeeIds.includes(attendeeId) || !(await store.attendees.lock(attendeeId))) {
    throw new NotFound("attendee");
  }
  if ((await store.bookingNotes.count(booking.id)) >= mostNotes) {
    const message = `exceeds the limit of ${mostNotes} notes per booking; delete old ones`;
    throw new InvalidInput([{ path: "text", code: "TOO_MANY", message }]);
  }
  const { organizationId, id: bookingId } = booking;
  const note: BookingNote = {
    id: newId(),
    organizationId,
    bookingId,
    attendeeId,
    authorId,
    createdAt: now,
    updatedAt: now,
  };
  await store.bookingNotes.insert(note, input.text);
  return note.id;
}
