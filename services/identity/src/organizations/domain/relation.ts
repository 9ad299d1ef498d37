import {
  isAdministrator,
  isMemberOf,
  type Caller,
  type Membership as Belonging,
} from "@tidbok/domain";
import { isSelf } from "../../accounts/domain/is-self.ts";
import type { Membership } from "./membership.ts";

/** What a caller can be to a person with an account. */
export type Relation = "self" | "admin" | "member" | "none";

/** What the caller is to an account that belongs to these organizations: the closest of all ties. */
export function relationToAccount(
  caller: Caller,
  { accountId, memberships }: { accountId: string; memberships: readonly Membership[] },
): Relation {
  if (isSelf(caller, accountId)) return "self";
  if (memberships.some(({ organizationId }) => isAdministrator(caller, organizationId))) {
    return "admin";
  }
  return memberships.some(({ organizationId }) => isMemberOf(caller, organizationId))
    ? "member"
    : "none";
}

/** What the caller is to a person as a member of one organization. */
export function relationToMember(caller: Caller, membership: Membership): Relation {
  return relationToAccount(caller, {
    accountId: membership.accountId,
    memberships: [membership],
  });
}

/** Owners and admins know the people that their organization invited; other callers do not. */
export function relationToInvited(caller: Caller, organizationId: string): Relation {
  return isAdministrator(caller, organizationId) ? "admin" : "none";
}

/** The memberships that the caller may know of: one's own are all, another's those one shares. */
export function knownMemberships(
  caller: Caller,
  { accountId, memberships }: { accountId: string; memberships: readonly Membership[] },
): readonly Membership[] {
  if (isSelf(caller, accountId) || caller.kind === "service") return memberships;
  return memberships.filter(({ organizationId }) => isMemberOf(caller, organizationId));
}

/** Memberships as callers carry them. */
export function belongings(memberships: readonly Membership[]): readonly Belonging[] {
  return memberships.map(({ organizationId, role, version }) => ({
    organizationId,
    role,
    version,
  }));
}
