import {
  connectionOf,
  idAfter,
  pageSize,
  type Connection,
  type PageRequest,
} from "@tidbok/service";
import type { Context } from "../../context.ts";
import { seesAllOf, type MeetingType } from "../domain/meeting-type.ts";

/** The organization's meeting types, newest first: all for members, the active and public ones for other callers. */
export async function listMeetingTypes(
  { caller, cursors, store }: Context,
  { organizationId, first, after }: PageRequest & { readonly organizationId: string },
): Promise<Connection<MeetingType>> {
  const size = pageSize(first);
  const rows = await store.meetingTypes.list({
    organizationId,
    onlyListed: !seesAllOf(caller, organizationId),
    before: idAfter(cursors, after),
    limit: size + 1,
  });
  return connectionOf(rows, { size, cursors, positionOf: ({ id }) => [id] });
}
