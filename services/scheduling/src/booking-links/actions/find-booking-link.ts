import { isId } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { BookingLink } from "../domain/booking-link.ts";
import { maySeeBookingLinks } from "./steps/may-see-booking-links.ts";

/** The link, for the hosts of its meeting type and the organization's admins; null for other callers. */
export async function findBookingLink(
  { caller, loaders, store }: Context,
  id: string,
): Promise<BookingLink | null> {
  const link = isId(id) ? await store.bookingLinks.findById(id) : null;
  const meetingType = link && (await loaders.meetingType.load(link.meetingTypeId));
  return meetingType && maySeeBookingLinks(caller, meetingType) ? link : null;
}
