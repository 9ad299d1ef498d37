import { isMemberOf, type Caller } from "@tidbok/domain";

/** Who can come across a meeting type: everybody, whoever knows its address, or whoever was given a link. */
export const visibilities = ["PUBLIC", "HIDDEN", "LINK_ONLY"] as const;

/** One of them. */
export type Visibility = (typeof visibilities)[number];

/** What decides who may come to a meeting type. */
type Published = {
  readonly organizationId: string;
  readonly isActive: boolean;
  readonly visibility: Visibility;
};

/**
 * Whether the caller may come to the meeting type by its id or address alone. To everybody else it is
 * as if there were none, however it is that they may not: to be private and to be closed look the same.
 */
export function isKnownTo(caller: Caller, meetingType: Published): boolean {
  if (caller.kind === "service" || isMemberOf(caller, meetingType.organizationId)) return true;
  return meetingType.isActive && meetingType.visibility !== "LINK_ONLY";
}
