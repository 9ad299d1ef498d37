import { AccessChanged } from "@tidbok/events";
import type { Context } from "../../../context.ts";

/** Tells that what an app may do has changed, for one person or for everybody, within the caller's transaction. */
export async function tellAccessChanged(
  { store, now }: Pick<Context, "store" | "now">,
  { appId, accountId = null }: { readonly appId: string; readonly accountId?: string | null },
): Promise<void> {
  const place = { aggregateId: appId, organizationId: null, occurredAt: now };
  await store.outbox.append(AccessChanged, place, { appId, accountId });
}
