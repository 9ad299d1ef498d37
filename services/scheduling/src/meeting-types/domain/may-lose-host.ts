import type { MeetingType } from "./meeting-type.ts";

/**
 * Whether a meeting type stays bookable after one of its hosts leaves it: it does if another host of the same group
 * takes turns. Without a fixed host the meeting would differ from the published one, so a person decides first.
 */
export function mayLoseHost(
  { mode, hosts }: Pick<MeetingType, "mode" | "hosts">,
  accountId: string,
): boolean {
  const gone = hosts.find((host) => host.accountId === accountId);
  if (!gone) return true;
  if (mode !== "ROUND_ROBIN" || gone.isFixed) return false;
  return hosts.some((host) => host !== gone && !host.isFixed && host.group === gone.group);
}
