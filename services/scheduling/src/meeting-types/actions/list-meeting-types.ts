import { connectionOf, idPageOf, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { seesAllOf, type MeetingType } from "../domain/meeting-type.ts";

/** The organization's meeting types, newest first: all for members, the active and public ones for other callers. */
export async function listMeetingTypes(
  { caller, cursors, store, loaders }: Context,
  { organizationId, ...asked }: PageRequest & { readonly organizationId: string },
): Promise<Connection<MeetingType>> {
  const page = idPageOf(asked, cursors);
  const onlyListed = !seesAllOf(caller, organizationId);
  const rows = await store.meetingTypes.list({
    organizationId,
    onlyListed,
    page,
  });
  return connectionOf(rows, {
    page,
    cursors,
    positionOf: ({ id }) => [id],
    count: async () =>
      (await loaders.meetingTypeCount.load(organizationId))[onlyListed ? "listed" : "all"],
  });
}
