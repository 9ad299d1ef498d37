import { validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { requireUsable, type BookingLink } from "../domain/booking-link.ts";
import { BookingLinkInvalid } from "../domain/booking-link-errors.ts";
import { linkToken } from "../domain/link-token.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";

const schema = z.strictObject({ token: linkToken });

/** What a link leads to, for whoever has its token. It changes nothing and uses nothing up. */
export async function openBookingLink(
  { store, now, bookingLinks }: Context,
  given: unknown,
): Promise<
  { readonly meetingType: MeetingType } & Pick<BookingLink, "durationMinutes" | "expiresAt">
> {
  const { token } = validate(schema, given);
  const link = requireUsable(await store.bookingLinks.find(bookingLinks.hashOf(token)), now);
  const [meetingType] = await store.meetingTypes.findMany([link.meetingTypeId]);
  if (!meetingType?.isActive) throw new BookingLinkInvalid();
  return { meetingType, durationMinutes: link.durationMinutes, expiresAt: link.expiresAt };
}
