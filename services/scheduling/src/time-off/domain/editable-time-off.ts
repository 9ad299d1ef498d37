import { isMemberOf, NotFound, type Caller } from "@tidbok/domain";
import { requireHostOrAdmin } from "./require-host-or-admin.ts";
import type { TimeOffHost } from "./time-off-host.ts";

/**
 * The row, when the caller may change it: its host or an admin. Throws NotFound for a caller outside the organization,
 * as if the row did not exist, and Forbidden for the other members.
 */
export function editableTimeOff<Row extends TimeOffHost>(
  caller: Caller,
  { row, name }: { readonly row: Row | null; readonly name: "absence" | "blocked time" },
): Row {
  if (!row || !isMemberOf(caller, row.organizationId)) throw new NotFound(name);
  requireHostOrAdmin(caller, row);
  return row;
}
