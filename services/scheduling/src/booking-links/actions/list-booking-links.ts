import { isMemberOf } from "@tidbok/domain";
import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { BookingLink } from "../domain/booking-link.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import { isAdministrator } from "../../bookings/domain/relation.ts";
import { placeBefore } from "../../schedules/actions/steps/place-before.ts";

/** A meeting type's links, newest first, for its hosts and the organization's admins; null for everybody else. */
export async function listBookingLinks(
  context: Context,
  asked: PageRequest & { readonly meetingType: MeetingType },
): Promise<Connection<BookingLink> | null> {
  const { caller, cursors, store } = context;
  const { meetingType } = asked;
  const { id: meetingTypeId, organizationId } = meetingType;
  const size = pageSize(asked.first);
  if (!isMemberOf(caller, organizationId) || !("accountId" in caller)) return null;
  const isHost = meetingType.hosts.some(({ accountId }) => accountId === caller.accountId);
  if (!isHost && !isAdministrator(caller, organizationId)) return null;
  const before = placeBefore(context, asked.after);
  const rows = await store.bookingLinks.list({ meetingTypeId, before, limit: size + 1 });
  return connectionOf(rows, { size, cursors, placeOf: ({ id }) => [id] });
}
