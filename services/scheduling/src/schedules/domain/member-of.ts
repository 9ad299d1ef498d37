import { Forbidden, isMemberOf, NotFound, Unauthenticated, type Caller } from "@tidbok/domain";

/** The account that acts as a member of the organization, itself or by an app; refuses everybody else. */
export function memberOf(caller: Caller, organizationId: string): string {
  if (caller.kind === "anonymous" || caller.kind === "attendee") throw new Unauthenticated();
  if (!isMemberOf(caller, organizationId)) throw new NotFound("organization");
  const accountId = caller.kind === "account" || caller.kind === "client" ? caller.accountId : null;
  // What an app may do for its person is for its scopes to say; an app for itself is nobody's member.
  if (accountId === null) throw new Forbidden();
  return accountId;
}
