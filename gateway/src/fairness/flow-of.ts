import type { Caller } from "@tidbok/domain";

/**
 * The flow that a caller's work belongs to: the organization of members and their apps, the network of visitors and
 * attendees. A person in several organizations counts to the first one.
 */
export function flowOf(caller: Caller, network: string | null): string {
  if (caller.kind === "account" || caller.kind === "client") {
    const [membership] = caller.memberships;
    if (membership) return `organization ${membership.organizationId}`;
    return caller.kind === "account" ? `account ${caller.accountId}` : `client ${caller.clientId}`;
  }
  return caller.kind === "staff" ? "staff" : `network ${network}`;
}
