import type { Context } from "../../context.ts";
import { tellAccessChanged } from "./steps/tell-access-changed.ts";

/** Takes back what a person let an app do, every token of it included. Nothing happens to what has ended. */
export async function endGrant(
  context: Pick<Context, "store" | "now">,
  grantId: string,
): Promise<void> {
  await context.store.transaction(async (store) => {
    const grant = await store.oauthRecords.findGrant(grantId);
    await store.oauthRecords.removeGrant(grantId);
    if (!grant?.appId) return;
    const { appId, accountId } = grant;
    await tellAccessChanged({ ...context, store }, { appId, accountId });
  });
}
