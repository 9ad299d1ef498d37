import { z } from "zod";
import { defineEvent } from "../define/define-event.ts";
import { fact } from "../define/fact.ts";

/** A person signed up and accepted this version of the policy; the address is not verified yet. Aggregate: the account. */
export const AccountRegistered = defineEvent(
  "identity.account.registered",
  z.object({ accountId: fact.id, policyVersion: fact.version }),
);

/** An address waits to be verified; the service that sends the mail asks identity for the link. Aggregate: the account. */
export const EmailVerificationRequested = defineEvent(
  "identity.email-verification.requested",
  z.object({ accountId: fact.id, verificationId: fact.id }),
);

/** The account's address is its owner's. Aggregate: the account. */
export const AccountVerified = defineEvent(
  "identity.account.verified",
  z.object({ accountId: fact.id }),
);

/** The person is away: sessions have ended, and others see no name. Aggregate: the account. */
export const AccountDeactivated = defineEvent(
  "identity.account.deactivated",
  z.object({ accountId: fact.id }),
);

/** The person is back. Aggregate: the account. */
export const AccountReactivated = defineEvent(
  "identity.account.reactivated",
  z.object({ accountId: fact.id }),
);

/** Nothing is left of the person here but the id. Aggregate: the account. */
export const AccountErased = defineEvent(
  { type: "identity.account.erased", erases: true },
  z.object({ accountId: fact.id }),
);

/** An organization now exists. Aggregate: the organization. */
export const OrganizationCreated = defineEvent(
  "identity.organization.created",
  z.object({ organizationId: fact.id, ownerId: fact.id }),
);

/** Whether an organization's admins may see attendees, from now on. Aggregate: the organization. */
export const OversightChanged = defineEvent(
  "identity.organization.oversight-changed",
  z.object({ organizationId: fact.id, mayAdminsSeeAttendees: z.boolean() }),
);

/** Whether an organization's hosts may show attendees to each other, from now on. Aggregate: the organization. */
export const DiscretionChanged = defineEvent(
  "identity.organization.discretion-changed",
  z.object({ organizationId: fact.id, mayHostsShowAttendees: z.boolean() }),
);

/** An account now belongs to an organization. Aggregate: the organization. */
export const MemberJoined = defineEvent(
  "identity.member.joined",
  z.object({
    organizationId: fact.id,
    accountId: fact.id,
    role: z.enum(["OWNER", "ADMIN", "MEMBER"]),
  }),
);

/** A member of an organization has another role now. Aggregate: the organization. */
export const MemberRoleChanged = defineEvent(
  "identity.member.role-changed",
  z.object({
    organizationId: fact.id,
    accountId: fact.id,
    role: z.enum(["OWNER", "ADMIN", "MEMBER"]),
  }),
);

/** An account belongs to an organization no longer. Aggregate: the organization. */
export const MemberLeft = defineEvent(
  "identity.member.left",
  z.object({ organizationId: fact.id, accountId: fact.id }),
);

/** A person is invited; the service that sends the mail asks identity for address and link. Aggregate: the invitation. */
export const InvitationSent = defineEvent(
  "identity.invitation.sent",
  z.object({ invitationId: fact.id, organizationId: fact.id }),
);

/** A device logs in to the account from now on. Aggregate: the account. */
export const PasskeyAdded = defineEvent(
  "identity.passkey.added",
  z.object({ passkeyId: fact.id, accountId: fact.id }),
);

/** A device logs in to the account no longer. Aggregate: the account. */
export const PasskeyRemoved = defineEvent(
  "identity.passkey.removed",
  z.object({ passkeyId: fact.id, accountId: fact.id }),
);

/** Log-ins to the account ask for codes of an app from now on. Aggregate: the account. */
export const AuthenticatorAdded = defineEvent(
  "identity.authenticator.added",
  z.object({ accountId: fact.id }),
);

/** Log-ins to the account ask for codes no longer. Aggregate: the account. */
export const AuthenticatorRemoved = defineEvent(
  "identity.authenticator.removed",
  z.object({ accountId: fact.id }),
);

/** A support agent may read a person's data for a while. Aggregate: the access. */
export const SupportAccessOpened = defineEvent(
  "identity.support-access.opened",
  z.object({ supportAccessId: fact.id, staffId: fact.id, accountId: fact.id }),
);

/** A support agent's access was ended before its time. Aggregate: the access. */
export const SupportAccessEnded = defineEvent(
  "identity.support-access.ended",
  z.object({ supportAccessId: fact.id, staffId: fact.id, accountId: fact.id }),
);

/** A session is over; tokens made from it must not be believed any more. Aggregate: the session. */
export const SessionEnded = defineEvent(
  "identity.session.ended",
  z.object({ sessionId: fact.id, accountId: fact.id }),
);

/** A person's token for scripts is worth nothing any more. Aggregate: the token. */
export const PersonalTokenEnded = defineEvent(
  "identity.personal-token.ended",
  z.object({ tokenId: fact.id, accountId: fact.id }),
);

/**
 * What an app was allowed changed or ended: forget what was known of it. `accountId` is the person who took a
 * permission back, null where it is about everybody. Aggregate: the app.
 */
export const AccessChanged = defineEvent(
  "identity.access.changed",
  z.object({ appId: fact.id, accountId: fact.id.nullable() }),
);
