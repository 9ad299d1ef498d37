import { Forbidden, isAdministrator, requireMember, type Caller } from "@tidbok/domain";
import type { TimeOffHost } from "./time-off-host.ts";

/**
 * Whether the caller is the host. Throws Forbidden unless the caller is the host or an admin of the organization, and
 * Forbidden to an admin that passes a reason: the reason is the host's own statement.
 */
export function requireHostOrAdmin(
  caller: Caller,
  {
    organizationId,
    accountId,
    reason,
  }: TimeOffHost & { readonly reason?: string | null | undefined },
): { readonly isHost: boolean } {
  const isHost = requireMember(caller, organizationId) === accountId;
  if (isHost) return { isHost };
  if (!isAdministrator(caller, organizationId) || reason !== undefined) throw new Forbidden();
  return { isHost };
}
