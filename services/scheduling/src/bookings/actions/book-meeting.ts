import { minute, newId, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { decideSlot } from "../../slots/actions/steps/decide-slot.ts";
import { inTurn } from "../../slots/actions/steps/in-turn.ts";
import { meetingTypeToBook } from "../../slots/actions/steps/meeting-type-to-book.ts";
import {
  HoldExpired,
  HoldNotFound,
  isHeld,
  reservedByHold,
  type Hold,
} from "../../slots/domain/hold.ts";
import { makeAttendee, readDetails, type Attendee } from "../domain/attendee.ts";
import { bookMeetingInput, type BookMeetingInput } from "../domain/booking-input.ts";
import { makeBooking } from "../domain/booking.ts";
import { showsAttendees } from "./shows-attendees.ts";
import { onceRequest } from "./steps/once-request.ts";
import { writeBooking } from "./steps/write-booking.ts";

/** Books a slot, once per idempotency key. The caller may read the booking they just made, hence `isOwn`. */
export async function bookMeeting(context: Context, given: unknown): Promise<Attendee> {
  const input = validate(bookMeetingInput, given);
  const request = onceRequest(context, { operation: "bookMeeting", input });
  const { id } = await inTurn(context, {
    input,
    isDone: () => context.store.answeredRequests.has(request),
    work: () =>
      inTransaction(context, (context) => context.store.once(request, () => book(context, input))),
  });
  const booking = await context.loaders.booking.load(id);
  const attendeeId = booking?.attendeeIds[0];
  if (!booking || !attendeeId) throw new Error("A booking that was just made is not there.");
  return { id: attendeeId, booking, isOwn: true };
}

async function book(context: Context, input: BookMeetingInput): Promise<string> {
  const { store, now } = context;
  const { meetingType, durationMinutes, link } = await meetingTypeToBook(context, input);
  const details = readDetails(input, meetingType);
  const hold = await useHold(context, { ...input, durationMinutes });
  const slot = await decideSlot(context, {
    meetingType,
    durationMinutes,
    start: input.startAt,
    reserved: hold && reservedByHold(hold),
  });
  const id = newId();
  const booking = makeBooking({ id: newId(), meetingType, slot, attendeeIds: [id], now });
  if (link) await store.bookingLinks.use(link);
  const isShown = await showsAttendees(context, meetingType);
  const attendee = makeAttendee(booking, { details, isShown });
  const { guests } = input;
  await writeBooking(context, { booking, slot, hold, attendee, by: "ATTENDEE", byId: id, guests });
  return booking.id;
}

/** The hold that the booking uses up, or null when it uses none. */
async function useHold(
  { store, now }: Context,
  input: BookMeetingInput & { readonly durationMinutes: number },
): Promise<Hold | null> {
  if (input.holdId == null) return null;
  const hold = await store.holds.lock(input.holdId);
  const isOfSlot =
    hold?.meetingTypeId === input.meetingTypeId &&
    hold.start === input.startAt &&
    hold.end === input.startAt + input.durationMinutes * minute;
  if (!hold || !isOfSlot) throw new HoldNotFound();
  if (!isHeld(hold, now)) throw new HoldExpired();
  // From now on the booking reserves the slot.
  await store.holds.release(hold.id, now);
  return hold;
}
