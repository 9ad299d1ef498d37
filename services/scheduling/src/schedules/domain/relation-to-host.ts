import { isAdministrator, isMemberOf, type Caller } from "@tidbok/domain";

/** A host in an organization. */
type Host = { readonly organizationId: string; readonly accountId: string };

/** What a caller is to a host: the host itself, an admin or another member of the organization, or a stranger. */
export function relationToHost(
  caller: Caller,
  { organizationId, accountId }: Host,
): "self" | "admin" | "member" | "none" {
  const isAccount = caller.kind === "account" || caller.kind === "client";
  if (isAccount && caller.accountId === accountId) return "self";
  if (isAdministrator(caller, organizationId)) return "admin";
  return isMemberOf(caller, organizationId) ? "member" : "none";
}
