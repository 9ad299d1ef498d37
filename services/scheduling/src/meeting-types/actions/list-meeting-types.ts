import { isMemberOf } from "@tidbok/domain";
import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { MeetingType } from "../domain/meeting-type.ts";
import { placeBefore } from "../../schedules/actions/steps/place-before.ts";

/** The organization's meeting types; those that are not active and public for members only. */
export async function listMeetingTypes(
  context: Context,
  asked: PageRequest & { readonly organizationId: string },
): Promise<Connection<MeetingType>> {
  const { caller, cursors, store } = context;
  const { organizationId } = asked;
  const size = pageSize(asked.first);
  const rows = await store.meetingTypes.list({
    organizationId,
    onlyListed: !isMemberOf(caller, organizationId),
    before: placeBefore(context, asked.after),
    limit: size + 1,
  });
  return connectionOf(rows, { size, cursors, placeOf: ({ id }) => [id] });
}
