import { InvalidInput } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { Absence } from "../../domain/absence.ts";

/** Throws InvalidInput for a stand-in without a schedule in the organization. */
export async function checkStandIn(
  { store }: Pick<Context, "store">,
  { organizationId, standInId }: Absence,
): Promise<void> {
  if (standInId === null) return;
  if (await store.schedules.findDefault({ organizationId, ownerId: standInId })) return;
  const message = "must be a colleague with a schedule in this organization";
  throw new InvalidInput([{ path: "standInId", code: "NO_SCHEDULE", message }]);
}
