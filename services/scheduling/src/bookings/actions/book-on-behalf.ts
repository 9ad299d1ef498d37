import {
  Forbidden,
  isAdministrator,
  isMemberOf,
  newId,
  NotFound,
  Unauthenticated,
  validate,
} from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { bookableMeetingType } from "../../meeting-types/actions/steps/bookable-meeting-type.ts";
import { durationOf } from "../../meeting-types/domain/meeting-rules.ts";
import { decideSlot } from "../../slots/actions/steps/decide-slot.ts";
import { makeAttendee, readDetails } from "../domain/attendee.ts";
import { makeBooking, type Booking } from "../domain/booking.ts";
import {
  bookOnBehalfInput,
  questionsOfOthers,
  withoutRules,
  type BookOnBehalfInput,
} from "../domain/on-behalf.ts";
import { onceRequest } from "./steps/once-request.ts";
import { writeBooking } from "./steps/write-booking.ts";

/** Books a slot for another person, once per idempotency key. Only that person gets the private link. */
export async function bookOnBehalf(context: Context, given: unknown): Promise<Booking> {
  const input = validate(bookOnBehalfInput, given);
  const { caller } = context;
  if (caller.kind === "anonymous" || caller.kind === "attendee") throw new Unauthenticated();
  if (caller.kind !== "account") throw new Forbidden();
  const { accountId } = caller;
  const request = onceRequest(context, { operation: "bookOnBehalf", input });
  const { id } = await inTransaction(context, (context) =>
    context.store.once(request, () => book(context, { ...input, accountId })),
  );
  const booking = await context.loaders.booking.load(id);
  if (!booking) throw new Error("A booking that was just made is not there.");
  return booking;
}

async function book(
  context: Context,
  input: BookOnBehalfInput & { readonly accountId: string },
): Promise<string> {
  const { caller, now } = context;
  const { accountId, skipsLimits, startAt: start, guests } = input;
  const offered = await bookableMeetingType(context, input.meetingTypeId);
  // A stranger gets the same answer as for a meeting type that does not exist.
  if (!isMemberOf(caller, offered.organizationId)) throw new NotFound("meeting type");
  const isHost = offered.hosts.some((host) => host.accountId === accountId);
  if (!isHost && !isAdministrator(caller, offered.organizationId)) throw new Forbidden();
  const meetingType = withoutRules(offered, input);
  const questions = questionsOfOthers(meetingType.questions, input.answers);
  const details = readDetails(input, { ...meetingType, questions });
  const durationMinutes = durationOf(meetingType, input.durationMinutes);
  const slot = await decideSlot(context, { meetingType, durationMinutes, start, skipsLimits });
  const booking = makeBooking({ id: newId(), meetingType, slot, attendeeIds: [newId()], now });
  // No page has told the attendee that co-attendees would see the name.
  const attendee = makeAttendee(booking, { details, isShown: false });
  const by = isHost ? "HOST" : "ADMIN";
  await writeBooking(context, { booking, slot, hold: null, attendee, by, byId: accountId, guests });
  return booking.id;
}
