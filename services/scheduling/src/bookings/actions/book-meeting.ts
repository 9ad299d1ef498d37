import { newId, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { Attendee } from "../domain/attendee.ts";
import { makeBooking } from "../domain/booking.ts";
import { newBooking, type NewBooking } from "../domain/booking-input.ts";
import { isHeld, type Hold } from "../../slots/domain/hold.ts";
import { HoldExpired, HoldNotFound } from "../../slots/domain/hold-errors.ts";
import { readAnswers } from "../../meeting-types/domain/read-answers.ts";
import { requirePhone } from "../domain/require-phone.ts";
import { decideSlot } from "../../slots/actions/steps/decide-slot.ts";
import { inTurn } from "../../slots/actions/steps/in-turn.ts";
import { limitVisitor } from "../../slots/actions/steps/limit-visitor.ts";
import { meetingTypeToBook } from "../../slots/actions/steps/meeting-type-to-book.ts";
import { principalOf } from "./steps/principal-of.ts";
import { writeBooking } from "./steps/write-booking.ts";
import { showsAttendees } from "./shows-attendees.ts";

/** Books a slot, once per idempotency key. Whoever books has what was booked to see: `isOwn`. */
export async function bookMeeting(context: Context, given: unknown): Promise<Attendee> {
  const wish = validate(newBooking, given);
  await limitVisitor(context, wish);
  const request = {
    principal: principalOf(context, wish),
    operation: "bookMeeting",
    key: wish.idempotencyKey,
    request: context.fingerprint(JSON.stringify(wish)),
  };
  const { id } = await inTurn(context, {
    wish,
    isDone: () => context.store.answeredRequests.has(request),
    work: () =>
      context.store.transaction((store) =>
        store.once(request, () => book({ ...context, store }, wish)),
      ),
  });
  const booking = await context.loaders.booking.load(id);
  const attendeeId = booking?.attendeeIds[0];
  if (!booking || !attendeeId) throw new Error("A booking that was just made is not there.");
  return { id: attendeeId, booking, isOwn: true };
}

async function book(context: Context, wish: NewBooking): Promise<string> {
  const { store, now } = context;
  const { meetingType, durationMinutes, link } = await meetingTypeToBook(context, wish);
  requirePhone(wish.attendee, meetingType);
  const answers = readAnswers(meetingType.questions, wish.answers);
  const hold = await heldSlot(context, { ...wish, durationMinutes });
  const { organizationId } = meetingType;
  const slot = await decideSlot(context, {
    meetingType,
    durationMinutes,
    now,
    start: wish.startAt,
    ...(hold && {
      settled: { ...hold, id: hold.occurrenceId, noticeFrom: hold.createdAt, hasSeat: true },
    }),
  });
  const id = newId();
  const booking = makeBooking({ id: newId(), meetingType, slot, attendeeIds: [id], now });
  if (link) await store.bookingLinks.use(link);
  const attendee = {
    ...wish.attendee,
    phone: wish.attendee.phone ?? null,
    isShown: await showsAttendees(context, meetingType),
    ...{ id, organizationId, bookingId: booking.id, answers, createdAt: now },
  };
  await writeBooking(context, {
    booking,
    slot,
    hold,
    attendee,
    by: "ATTENDEE",
    byId: id,
    guests: wish.guests,
  });
  return booking.id;
}

/** The hold that the booking uses, or null where it uses none. */
async function heldSlot(
  { store, now }: Context,
  wish: NewBooking & { readonly durationMinutes: number },
): Promise<Hold | null> {
  if (wish.holdId == null) return null;
  const hold = await store.holds.lock(wish.holdId);
  const isOfSlot =
    hold?.meetingTypeId === wish.meetingTypeId &&
    hold.start === wish.startAt &&
    hold.end === wish.startAt + wish.durationMinutes * 60_000;
  if (!hold || !isOfSlot) throw new HoldNotFound();
  if (!isHeld(hold, now)) throw new HoldExpired();
  // From now on the booking keeps the slot.
  await store.holds.release(hold.id, now);
  return hold;
}
