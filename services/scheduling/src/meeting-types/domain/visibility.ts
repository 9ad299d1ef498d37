import { isMemberOf, type Caller } from "@tidbok/domain";

/** The audiences of a meeting type: all callers, callers that know its slug or id, callers with a booking link. */
export const visibilities = ["PUBLIC", "HIDDEN", "LINK_ONLY"] as const;

/** The audience of a meeting type. */
export type Visibility = (typeof visibilities)[number];

/** The fields that decide which callers may know of a meeting type. */
type Published = {
  readonly organizationId: string;
  readonly isActive: boolean;
  readonly visibility: Visibility;
};

/**
 * Whether the caller may know of the meeting type by its id or slug alone. For other callers it does not exist: private
 * and inactive meeting types look the same to them.
 */
export function isKnownTo(caller: Caller, meetingType: Published): boolean {
  if (caller.kind === "service" || isMemberOf(caller, meetingType.organizationId)) return true;
  return meetingType.isActive && meetingType.visibility !== "LINK_ONLY";
}
