import { isMemberOf, type Caller } from "@tidbok/domain";
import type { MeetingType } from "./meeting-type.ts";

/** Who can come across a meeting type: everybody, whoever knows its address, or whoever was given a link. */
export const visibilities = ["PUBLIC", "HIDDEN", "LINK_ONLY"] as const;

/** One of them. */
export type Visibility = (typeof visibilities)[number];

/**
 * Whether the caller may come to the meeting type by its id or address alone. To everybody else it is
 * as if there were none, however it is that they may not: to be private and to be closed look the same.
 */
export function isKnownTo(
  caller: Caller,
  meetingType: Pick<MeetingType, "organizationId" | "isActive" | "visibility">,
): boolean {
  if (caller.kind === "service" || isMemberOf(caller, meetingType.organizationId)) return true;
  return meetingType.isActive && meetingType.visibility !== "LINK_ONLY";
}
