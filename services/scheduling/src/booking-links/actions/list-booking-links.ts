import { isAdministrator, isMemberOf } from "@tidbok/domain";
import {
  connectionOf,
  idAfter,
  pageSize,
  type Connection,
  type PageRequest,
} from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import type { BookingLink } from "../domain/booking-link.ts";

/** A meeting type's links, newest first, for its hosts and the organization's admins; null for other callers. */
export async function listBookingLinks(
  { caller, cursors, store }: Context,
  { meetingType, first, after }: PageRequest & { readonly meetingType: MeetingType },
): Promise<Connection<BookingLink> | null> {
  const { id: meetingTypeId, organizationId } = meetingType;
  const size = pageSize(first);
  if (!isMemberOf(caller, organizationId) || !("accountId" in caller)) return null;
  const isHost = meetingType.hosts.some(({ accountId }) => accountId === caller.accountId);
  if (!isHost && !isAdministrator(caller, organizationId)) return null;
  const before = idAfter(cursors, after);
  const rows = await store.bookingLinks.list({ meetingTypeId, before, limit: size + 1 });
  return connectionOf(rows, { size, cursors, positionOf: ({ id }) => [id] });
}
