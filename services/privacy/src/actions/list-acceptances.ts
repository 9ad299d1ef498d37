import type { Context } from "../context.ts";
import type { Acceptance } from "../domain/acceptance.ts";

/** The versions that an account accepted, the newest first. The shell decides which caller may see them. */
export async function listAcceptances(
  context: Context,
  accountId: string,
): Promise<readonly Acceptance[]> {
  return context.loaders.acceptances.load(accountId);
}
