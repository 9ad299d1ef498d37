import { Forbidden, isMemberOf, newId, NotFound, Unauthenticated, validate } from "@tidbok/domain";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { makeBooking, type Booking } from "../domain/booking.ts";
import { durationOf } from "../../meeting-types/domain/duration-of.ts";
import { bookingOnBehalf, questionsOfOthers, withoutRules } from "../domain/on-behalf.ts";
import { readAnswers } from "../../meeting-types/domain/read-answers.ts";
import { isAdministrator } from "../domain/relation.ts";
import { requirePhone } from "../domain/require-phone.ts";
import { bookableMeetingType } from "../../meeting-types/actions/steps/bookable-meeting-type.ts";
import { decideSlot } from "../../slots/actions/steps/decide-slot.ts";
import { writeBooking } from "./steps/write-booking.ts";

/** Books a slot for somebody else, once per idempotency key. The link to it goes to that person alone. */
export async function bookOnBehalf(context: Context, given: unknown): Promise<Booking> {
  const wish = validate(bookingOnBehalf, given);
  const { caller } = context;
  if (caller.kind === "anonymous" || caller.kind === "attendee") throw new Unauthenticated();
  if (caller.kind !== "account") throw new Forbidden();
  const request = context.fingerprint(JSON.stringify(wish));
  const { id } = await context.store.transaction((store) =>
    store.once(
      {
        principal: `account ${caller.accountId}`,
        operation: "bookOnBehalf",
        key: wish.idempotencyKey,
        request,
      },
      () => book({ ...context, store }, { ...wish, accountId: caller.accountId }),
    ),
  );
  const booking = await context.loaders.booking.load(id);
  if (!booking) throw new Error("A booking that was just made is not there.");
  return booking;
}

async function book(
  context: Context,
  wish: z.output<typeof bookingOnBehalf> & { readonly accountId: string },
): Promise<string> {
  const { caller, now } = context;
  const { accountId, skipsLimits } = wish;
  const offered = await bookableMeetingType(context, wish.meetingTypeId);
  const { organizationId } = offered;
  // Whoever does not belong there is told no more of it than of what there never was.
  if (!isMemberOf(caller, organizationId)) throw new NotFound("meeting type");
  const isHost = offered.hosts.some((host) => host.accountId === accountId);
  if (!isHost && !isAdministrator(caller, organizationId)) throw new Forbidden();
  const meetingType = withoutRules(offered, wish);
  requirePhone(wish.attendee, meetingType);
  const questions = questionsOfOthers(meetingType.questions, wish.answers);
  const answers = readAnswers(questions, wish.answers);
  const durationMinutes = durationOf(meetingType, wish.durationMinutes);
  const start = wish.startAt;
  const slot = await decideSlot(context, { meetingType, durationMinutes, start, now, skipsLimits });
  const id = newId();
  const booking = makeBooking({ id: newId(), meetingType, slot, attendeeIds: [id], now });
  const attendee = {
    ...wish.attendee,
    phone: wish.attendee.phone ?? null,
    // Nobody has told the attendee that others would see them.
    isShown: false,
    ...{ id, organizationId, bookingId: booking.id, answers, createdAt: now },
  };
  const by = isHost ? "HOST" : "ADMIN";
  await writeBooking(context, {
    booking,
    slot,
    hold: null,
    attendee,
    by,
    byId: accountId,
    guests: wish.guests,
  });
  return booking.id;
}
