import { isAdministrator, isMemberOf } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { TimeOffHost } from "../../domain/time-off-host.ts";

/** The row where the caller sees it in the list: any for admins, their own for members; null for other callers. */
export function visibleTimeOff<Row extends TimeOffHost>(
  { caller }: Pick<Context, "caller">,
  row: Row | null,
): Row | null {
  if (row === null || caller.kind !== "account") return null;
  if (!isMemberOf(caller, row.organizationId)) return null;
  const isVisible =
    row.accountId === caller.accountId || isAdministrator(caller, row.organizationId);
  return isVisible ? row : null;
}
