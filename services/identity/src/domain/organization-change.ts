import type { Instant } from "@tidbok/domain";

/** What can be changed of an organization. */
export type ChangeKind =
  | "CREATED"
  | "SETTINGS_CHANGED"
  | "MEMBER_INVITED"
  | "INVITATION_WITHDRAWN"
  | "MEMBER_JOINED"
  | "MEMBER_ROLE_CHANGED"
  | "MEMBER_LEFT"
  | "OWNERSHIP_TRANSFERRED";

/** That somebody changed something; people are ids, and null once they were erased. */
export type OrganizationChange = {
  readonly id: string;
  readonly organizationId: string;
  readonly kind: ChangeKind;
  readonly actorId: string | null;
  /** The account or the invitation that it was done to; null where it was the organization itself. */
  readonly subjectId: string | null;
  readonly changedAt: Instant;
};
