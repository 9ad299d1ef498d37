import { AccessChanged } from "@tidbok/events";
import type { Context } from "../../../context.ts";

/** Tells that what an app may do has changed, for one person or for everybody, within the caller's transaction. */
export async function tellAccessChanged(
  { tell }: Pick<Context, "tell">,
  { appId, accountId = null }: { readonly appId: string; readonly accountId?: string | null },
): Promise<void> {
  const subject = { about: appId, organizationId: null };
  await tell(AccessChanged, subject, { appId, accountId });
}
