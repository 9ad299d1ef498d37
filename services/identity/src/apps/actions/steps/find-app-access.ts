import { isAdministrator } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import { accessIdOf } from "../../domain/app-access.ts";
import { showAccesses, type ShownAccess } from "./show-accesses.ts";

/** The access with this id to the data of an organization that the caller owns or administers; null for any other. */
export async function findAppAccess(context: Context, id: string): Promise<ShownAccess | null> {
  const { caller, loaders } = context;
  if (caller.kind !== "account") return null;
  // The id can be compared, not read. One request reads each organization's apps once, however many ids it names.
  for (const { organizationId } of caller.memberships) {
    if (!isAdministrator(caller, organizationId)) continue;
    const all = await loaders.appHolds.load(organizationId);
    const holds = all.filter(({ appId }) => accessIdOf({ organizationId, appId }) === id);
    if (holds.length > 0) {
      return (await showAccesses(context, { organizationId, holds }))[0] ?? null;
    }
  }
  return null;
}
