import { isAdministrator, isMemberOf, type Caller } from "@tidbok/domain";
import type { MeetingType } from "../../../meeting-types/domain/meeting-type.ts";

/** Whether the caller sees the links of the meeting type: its hosts and the organization's admins do. */
export function maySeeBookingLinks(
  caller: Caller,
  { hosts, organizationId }: MeetingType,
): boolean {
  if (!isMemberOf(caller, organizationId) || !("accountId" in caller)) return false;
  const isHost = hosts.some(({ accountId }) => accountId === caller.accountId);
  return isHost || isAdministrator(caller, organizationId);
}
