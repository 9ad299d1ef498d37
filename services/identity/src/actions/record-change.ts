import { newId } from "@tidbok/domain";
import type { Context } from "../context.ts";
import type { OrganizationChange } from "../domain/organization-change.ts";
import { requireAccount } from "./require-account.ts";

/** Writes down what the caller changes in an organization, within the caller's transaction. */
export async function recordChange(
  { caller, store, now }: Context,
  change: Pick<OrganizationChange, "organizationId" | "kind" | "subjectId">,
): Promise<void> {
  const { accountId: actorId } = requireAccount(caller);
  await store.organizationChanges.insert({ ...change, id: newId(), actorId, changedAt: now });
}
