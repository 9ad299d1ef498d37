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
  | "OWNERSHIP_TRANSFERRED"
  | "ATTENDEES_SHOWN_TO_ADMINS"
  | "ATTENDEES_HIDDEN_FROM_ADMINS"
  | "APP_APPROVED"
  | "APP_SUSPENDED"
  | "APP_SHUT_OUT"
  | "APP_READMITTED"
  | "APP_INSTALLED"
  | "APP_UNINSTALLED"
  | "BOOKING_REASSIGNED";

/** A change to an organization; people are ids, and null after their erasure. */
export type OrganizationChange = {
  readonly id: string;
  readonly organizationId: string;
  readonly kind: ChangeKind;
  readonly actorId: string | null;
  /** The account, the invitation or the app that it was done to; null where it was the organization itself. */
  readonly subjectId: string | null;
  readonly changedAt: Instant;
  /** Why admins may see attendees, as the members read it; null for other kinds of change. */
  readonly reason: string | null;
};
