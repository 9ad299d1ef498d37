import type { Context } from "../context.ts";
import type { Acceptance } from "../domain/acceptance.ts";
import { relationTo } from "../domain/relation.ts";

/** The acceptance with this id; null unless its person asks. */
export async function findAcceptance(
  { caller, store }: Context,
  id: string,
): Promise<Acceptance | null> {
  const acceptance = await store.acceptances.find(id);
  return acceptance && relationTo(caller, acceptance.accountId) === "self" ? acceptance : null;
}
