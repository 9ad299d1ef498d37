import { validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import { BookingLinkInvalid } from "../domain/booking-link-errors.ts";
import { requireUsable, type BookingLink, linkToken } from "../domain/booking-link.ts";

const openBookingLinkInput = z.strictObject({ token: linkToken });

/** The meeting type behind a link, for every caller that has its token. It does not count as a use. */
export async function openBookingLink(
  { store, now, bookingLinks }: Context,
  given: unknown,
): Promise<
  { readonly meetingType: MeetingType } & Pick<BookingLink, "durationMinutes" | "expiresAt">
> {
  const { token } = validate(openBookingLinkInput, given);
  const link = requireUsable(await store.bookingLinks.find(bookingLinks.hashOf(token)), now);
  const [meetingType] = await store.meetingTypes.findMany([link.meetingTypeId]);
  if (!meetingType?.isActive) throw new BookingLinkInvalid();
  return { meetingType, durationMinutes: link.durationMinutes, expiresAt: link.expiresAt };
}
