import { newId } from "@tidbok/domain";
import type { Context } from "../context.ts";
import type { Acceptance } from "../domain/acceptance.ts";

/** Keeps that an account accepted a version. May be repeated: the first time stands. */
export async function recordAcceptance(
  context: Context,
  acceptance: Omit<Acceptance, "id">,
): Promise<void> {
  await context.store.acceptances.insert({ ...acceptance, id: newId() });
}
