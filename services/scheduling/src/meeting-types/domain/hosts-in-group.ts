import type { MeetingType } from "./meeting-type.ts";

/**
 * The meeting type with one group of its hosts, and those who always take part. Null where there is no
 * such group any more, and where meetings have several seats: one that is joined has hosts already.
 */
export function hostsInGroup(meetingType: MeetingType, group: string): MeetingType | null {
  const { mode, seats, hosts } = meetingType;
  if (mode !== "ROUND_ROBIN" || seats > 1) return null;
  const isThere = hosts.some((host) => !host.isFixed && host.group === group);
  if (!isThere) return null;
  return { ...meetingType, hosts: hosts.filter((host) => host.isFixed || host.group === group) };
}
