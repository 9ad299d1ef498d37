import { Forbidden, isMemberOf, NotFound } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { MeetingType } from "../../domain/meeting-type.ts";
import { memberOf } from "../../../schedules/domain/member-of.ts";
import { isAdministrator } from "../../../bookings/domain/relation.ts";

/** The meeting type, for its hosts and the organization's admins. */
export async function editableMeetingType(
  { caller, store }: Pick<Context, "caller" | "store">,
  id: string,
): Promise<MeetingType> {
  const [meetingType] = await store.meetingTypes.findMany([id]);
  if (!meetingType || !isMemberOf(caller, meetingType.organizationId)) {
    throw new NotFound("meeting type");
  }
  const accountId = memberOf(caller, meetingType.organizationId);
  const isHost = meetingType.hosts.some((host) => host.accountId === accountId);
  if (!isHost && !isAdministrator(caller, meetingType.organizationId)) throw new Forbidden();
  return meetingType;
}
