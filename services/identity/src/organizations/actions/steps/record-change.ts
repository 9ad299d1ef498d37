import { newId } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { OrganizationChange } from "../../domain/organization-change.ts";
import { requireAccount } from "../../../callers/domain/require-account.ts";

/** Writes down what the caller changes in an organization, within the caller's transaction; the change's id. */
export async function recordChange(
  { caller, store, now }: Context,
  {
    reason = null,
    ...change
  }: Pick<OrganizationChange, "organizationId" | "kind" | "subjectId"> & { reason?: string | null },
): Promise<string> {
  const { accountId: actorId } = requireAccount(caller);
  const id = newId();
  await store.organizationChanges.insert({ ...change, id, actorId, changedAt: now, reason });
  return id;
}
