import type { Context } from "../../../context.ts";
import { endGrant } from "../end-grant.ts";
import { tellTokenEnded } from "./tell-token-ended.ts";

/** Ends all that a person let apps and scripts do, every token of it, within the caller's transaction. */
export async function endAccessesOf(context: Context, accountId: string): Promise<void> {
  const { store } = context;
  const grants = await store.oauthRecords.listGrants({ accountId });
  for (const { grantId } of grants) if (grantId) await endGrant(context, grantId);
  for (const tokenId of await store.personalTokens.removeOf(accountId)) {
    await tellTokenEnded(context, { tokenId, accountId });
  }
}
