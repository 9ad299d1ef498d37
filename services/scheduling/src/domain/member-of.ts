import { Forbidden, isMemberOf, NotFound, Unauthenticated, type Caller } from "@tidbok/domain";

/** The account that acts as a member of the organization; refuses everybody else. */
export function memberOf(caller: Caller, organizationId: string): string {
  if (caller.kind === "anonymous" || caller.kind === "attendee") throw new Unauthenticated();
  if (!isMemberOf(caller, organizationId)) throw new NotFound("organization");
  // A partner app may read for a member within its scopes; it has none to change hours and offers.
  if (caller.kind !== "account") throw new Forbidden();
  return caller.accountId;
}
