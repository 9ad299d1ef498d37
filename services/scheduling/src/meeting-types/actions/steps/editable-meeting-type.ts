import { Forbidden, isAdministrator, isMemberOf, NotFound, requireMember } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { MeetingType } from "../../domain/meeting-type.ts";

/** The meeting type. Throws NotFound outside the organization, and Forbidden for members that do not host or govern it. */
export async function editableMeetingType(
  { caller, store }: Pick<Context, "caller" | "store">,
  id: string,
): Promise<MeetingType> {
  const [meetingType] = await store.meetingTypes.findMany([id]);
  if (!meetingType || !isMemberOf(caller, meetingType.organizationId)) {
    throw new NotFound("meeting type");
  }
  const accountId = requireMember(caller, meetingType.organizationId);
  const isHost = meetingType.hosts.some((host) => host.accountId === accountId);
  if (!isHost && !isAdministrator(caller, meetingType.organizationId)) throw new Forbidden();
  return meetingType;
}
