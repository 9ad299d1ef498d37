import type { Context } from "../context.ts";
import type { Acceptance } from "../domain/acceptance.ts";

/** The versions that an account accepted, the newest first. Who may see them the shell has decided. */
export async function listAcceptances(
  context: Context,
  accountId: string,
): Promise<readonly Acceptance[]> {
  return context.loaders.acceptances.load(accountId);
}
