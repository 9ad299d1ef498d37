import type { MeetingType } from "./meeting-type.ts";

/**
 * Whether a meeting type can be offered on when one of its hosts does not host it any more: where
 * somebody else of the host's group takes turns. What always had this host would not be the meeting that
 * was published, and so somebody has to decide about it first.
 */
export function goesOnWithout(
  { mode, hosts }: Pick<MeetingType, "mode" | "hosts">,
  accountId: string,
): boolean {
  const gone = hosts.find((host) => host.accountId === accountId);
  if (!gone) return true;
  if (mode !== "ROUND_ROBIN" || gone.isFixed) return false;
  return hosts.some((host) => host !== gone && !host.isFixed && host.group === gone.group);
}
