import { newId } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { OrganizationChange } from "../../domain/organization-change.ts";

/** Writes down the same change of many organizations, which none of their people made, within the caller's transaction. */
export async function recordChanges(
  { store, now }: Pick<Context, "store" | "now">,
  {
    organizationIds,
    ...change
  }: Pick<OrganizationChange, "kind" | "subjectId"> & {
    readonly organizationIds: readonly string[];
  },
): Promise<void> {
  const made = { ...change, actorId: null, changedAt: now, reason: null };
  await store.organizationChanges.insertMany(
    organizationIds.map((organizationId) => ({ ...made, id: newId(), organizationId })),
  );
}
