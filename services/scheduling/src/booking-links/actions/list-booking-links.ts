import { connectionOf, idPageOf, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import type { BookingLink } from "../domain/booking-link.ts";
import { maySeeBookingLinks } from "./steps/may-see-booking-links.ts";

/** A meeting type's links, newest first, for its hosts and the organization's admins; null for other callers. */
export async function listBookingLinks(
  { caller, cursors, store }: Context,
  { meetingType, ...asked }: PageRequest & { readonly meetingType: MeetingType },
): Promise<Connection<BookingLink> | null> {
  const { id: meetingTypeId } = meetingType;
  const page = idPageOf(asked, cursors);
  if (!maySeeBookingLinks(caller, meetingType)) return null;
  const rows = await store.bookingLinks.list({ meetingTypeId, page });
  return connectionOf(rows, { page, cursors, positionOf: ({ id }) => [id] });
}
