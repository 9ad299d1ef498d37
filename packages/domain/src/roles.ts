import { isMemberOf, roleIn, type Caller, type Role } from "./caller.ts";
import { Forbidden } from "./errors/forbidden.ts";
import { NotFound } from "./errors/not-found.ts";
import { Unauthenticated } from "./errors/unauthenticated.ts";

const ranks: Readonly<Record<Role, number>> = { MEMBER: 0, ADMIN: 1, OWNER: 2 };

/** Whether the caller is an owner or admin of the organization. */
export function isAdministrator(caller: Caller, organizationId: string): boolean {
  const role = roleIn(caller, organizationId);
  return role !== null && isAtLeast(role, "ADMIN");
}

/** Whether the role includes what the other one allows: an owner may do what an admin may. */
export function isAtLeast(role: Role, least: Role): boolean {
  return ranks[role] >= ranks[least];
}

/**
 * The caller's role in the organization. Throws NotFound for a caller outside it, as if there were no
 * such organization, and Forbidden for a member with a role below `least`.
 */
export function requireRole(
  caller: Caller,
  { organizationId, least }: { readonly organizationId: string; readonly least: Role },
): Role {
  const role = roleIn(caller, organizationId);
  if (role === null) throw new NotFound("organization");
  if (!isAtLeast(role, least)) throw new Forbidden();
  return role;
}

/**
 * The id of the account that acts as a member of the organization, itself or by an app. Throws Unauthenticated for a
 * visitor or attendee, NotFound for a caller outside the organization, Forbidden for an app without a person.
 */
export function requireMember(caller: Caller, organizationId: string): string {
  if (caller.kind === "anonymous" || caller.kind === "attendee") throw new Unauthenticated();
  if (!isMemberOf(caller, organizationId)) throw new NotFound("organization");
  const accountId = caller.kind === "account" || caller.kind === "client" ? caller.accountId : null;
  // What an app may do for its person is for its scopes to say; an app for itself is no member.
  if (accountId === null) throw new Forbidden();
  return accountId;
}
