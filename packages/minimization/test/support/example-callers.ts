import { anonymous } from "@tidbok/domain";
import type { Caller, Purpose, ServiceName } from "@tidbok/domain";

/** Nobody in particular. */
export const visitor: Caller = anonymous;

/** The bearer of a booking's private link. */
export const attendee: Caller = {
  kind: "attendee",
  attendeeId: "attendee-1",
  bookingId: "booking-1",
  purpose: "provide.schedule",
};

/** Somebody who has logged in. */
export const account: Caller = {
  kind: "account",
  accountId: "account-1",
  sessionId: "session-1",
  isFresh: false,
  memberships: [{ organizationId: "organization-1", role: "MEMBER" }],
  purpose: "provide.schedule",
};

/** A support agent with a grant. */
export const agent: Caller = {
  kind: "staff",
  staffId: "staff-1",
  grantId: "grant-1",
  subjectId: "attendee-1",
  purpose: "support",
};

/** A partner app with these scopes, let in by an account or by nobody. */
export function partner(scopes: readonly string[], accountId: string | null = "account-1"): Caller {
  return {
    kind: "client",
    clientId: "client-1",
    accountId,
    memberships: [],
    scopes,
    purpose: "provide.integrate",
  };
}

/** One of our own services at work. */
export function service(purpose: Purpose, name: ServiceName = "integrations"): Caller {
  return { kind: "service", service: name, purpose };
}
