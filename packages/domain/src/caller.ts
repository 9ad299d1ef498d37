import type { Purpose } from "./purpose.ts";

/** The five services, by the names that their subgraphs, databases and NATS users carry. */
export const serviceNames = [
  "identity",
  "scheduling",
  "billing",
  "integrations",
  "privacy",
] as const;

/** One of the five services. */
export type ServiceName = (typeof serviceNames)[number];

/** What a person may do in an organization. */
export type Role = "OWNER" | "ADMIN" | "MEMBER";

/**
 * That a person belongs to an organization, and as what. A person who left and came back has another membership, which
 * began at a later version of the organization; 0 or no version if that is not known.
 */
export type Membership = {
  readonly organizationId: string;
  readonly role: Role;
  readonly version?: number;
};

/**
 * The sender of a request, and its purpose. The gateway makes it, signs it and sends it with each request;
 * a service believes nothing else. A purpose is bound to the credential, never read from a request.
 *
 * - `attendee`: bearer of a booking's private manage link; no account.
 * - `account`: a logged-in person. `isFresh` is true for ten minutes after the login.
 * - `client`: a partner app, or a script with a token of its person. `accountId` is the person that granted it access, null
 *   for an app's own token.
 * - `staff`: a support agent. `subjectId` is the one person that a time-boxed grant names; without a grant both are null, and
 *   the agent is to everybody what a visitor is.
 * - `service`: one of our own, or the gateway itself, for one purpose.
 */
export type Caller =
  | { readonly kind: "anonymous"; readonly purpose: Purpose }
  | {
      readonly kind: "attendee";
      readonly attendeeId: string;
      readonly bookingId: string;
      readonly purpose: Purpose;
    }
  | {
      readonly kind: "account";
      readonly accountId: string;
      readonly sessionId: string;
      readonly isFresh: boolean;
      readonly memberships: readonly Membership[];
      readonly purpose: Purpose;
    }
  | {
      readonly kind: "client";
      readonly clientId: string;
      readonly accountId: string | null;
      readonly memberships: readonly Membership[];
      readonly scopes: readonly string[];
      readonly purpose: Purpose;
    }
  | {
      readonly kind: "staff";
      readonly staffId: string;
      readonly grantId: string | null;
      readonly subjectId: string | null;
      readonly purpose: Purpose;
    }
  | {
      readonly kind: "service";
      readonly service: ServiceName | "gateway";
      readonly purpose: Purpose;
    };

/** A caller without credentials: a visitor of a booking page. */
export const anonymous: Caller = { kind: "anonymous", purpose: "provide.schedule" };

/** The caller's role in the organization, or null for a caller outside it. */
export function roleIn(caller: Caller, organizationId: string): Role | null {
  if (caller.kind !== "account" && caller.kind !== "client") return null;
  return caller.memberships.find((m) => m.organizationId === organizationId)?.role ?? null;
}

/** The version of the organization at which the caller's membership began; 0 if it is not known. */
export function membershipVersion(caller: Caller, organizationId: string): number {
  if (caller.kind !== "account" && caller.kind !== "client") return 0;
  return caller.memberships.find((m) => m.organizationId === organizationId)?.version ?? 0;
}

/** Whether the caller belongs to the organization, whatever the role. */
export function isMemberOf(caller: Caller, organizationId: string): boolean {
  return roleIn(caller, organizationId) !== null;
}
