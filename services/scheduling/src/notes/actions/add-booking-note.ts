import { Forbidden, InvalidInput, newId, NotFound, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { newNote } from "../domain/booking-note.ts";
import { isHostOf, mayKnow } from "../../bookings/domain/relation.ts";
import { changedBy } from "../../bookings/actions/steps/changed-by.ts";
import { shownNote, type ShownNote } from "./shown-note.ts";

const most = 100;

/** Notes something about an attendee, once per idempotency key. */
export async function addBookingNote(context: Context, given: unknown): Promise<ShownNote> {
  const wish = validate(newNote, given);
  const { caller, now } = context;
  const request = context.fingerprint(JSON.stringify(wish));
  return context.store.transaction(async (store) => {
    const booking = await store.bookings.lock(wish.bookingId);
    if (!booking || !mayKnow(caller, booking)) throw new NotFound("booking");
    if (!isHostOf(caller, booking)) throw new Forbidden();
    const authorId = changedBy(caller);
    const about = { principal: `account ${authorId}`, operation: "addBookingNote" };
    const { id } = await store.once({ ...about, key: wish.idempotencyKey, request }, async () => {
      const attendeeId = wish.attendeeId ?? booking.attendeeIds[0] ?? "";
      // Whoever is erased meanwhile is erased with this note: the erasure waits for the row.
      if (!booking.attendeeIds.includes(attendeeId) || !(await store.attendees.lock(attendeeId))) {
        throw new NotFound("attendee");
      }
      if ((await store.bookingNotes.count(booking.id)) >= most) {
        const message = `must be ${most} of a booking at most; delete old ones`;
        throw new InvalidInput([{ path: "text", code: "TOO_MANY", message }]);
      }
      const ids = { organizationId: booking.organizationId, bookingId: booking.id };
      const note = { id: newId(), ...ids, attendeeId, authorId, createdAt: now, updatedAt: now };
      await store.bookingNotes.insert(note, wish.text);
      return note.id;
    });
    const note = await store.bookingNotes.find(id);
    if (!note) throw new NotFound("note");
    return shownNote(note, booking);
  });
}
