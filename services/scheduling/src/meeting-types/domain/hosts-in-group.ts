import type { MeetingType } from "./meeting-type.ts";

/**
 * The meeting type with the fixed hosts and the hosts of one group. Null if the group no longer exists, and if meetings
 * have several seats, because a meeting that more attendees can join has its hosts already.
 */
export function hostsInGroup(meetingType: MeetingType, group: string): MeetingType | null {
  const { mode, seats, hosts } = meetingType;
  if (mode !== "ROUND_ROBIN" || seats > 1) return null;
  const isThere = hosts.some((host) => !host.isFixed && host.group === group);
  if (!isThere) return null;
  return { ...meetingType, hosts: hosts.filter((host) => host.isFixed || host.group === group) };
}
