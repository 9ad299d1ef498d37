import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { tellAccessChanged } from "./steps/tell-access-changed.ts";

/** Takes back what a person let an app do, every token of it included. Nothing happens to what has ended. */
export async function endGrant(
  context: Pick<Context, "store" | "now" | "traceparent">,
  grantId: string,
): Promise<void> {
  await inTransaction(context, async (context) => {
    const grant = await context.store.oauthRecords.findGrant(grantId);
    await context.store.oauthRecords.removeGrant(grantId);
    if (!grant?.appId) return;
    const { appId, accountId } = grant;
    await tellAccessChanged(context, { appId, accountId });
  });
}
