import { connectionOf, idPageOf, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { seesAllOf, type MeetingType } from "../domain/meeting-type.ts";

/** The organization's meeting types, newest first: all for members, the active and public ones for other callers. */
export async function listMeetingTypes(
  { caller, cursors, store }: Context,
  { organizationId, ...asked }: PageRequest & { readonly organizationId: string },
): Promise<Connection<MeetingType>> {
  const page = idPageOf(asked, cursors);
  const rows = await store.meetingTypes.list({
    organizationId,
    onlyListed: !seesAllOf(caller, organizationId),
    page,
  });
  return connectionOf(rows, { page, cursors, positionOf: ({ id }) => [id] });
}
