import type { Instant } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { endHosting } from "./steps/end-hosting.ts";

/**
 * Nothing of the account is left but its id, where it hosted what others met for. Safe to repeat: what is
 * erased is erased.
 */
export async function eraseHost(
  context: Pick<Context, "store" | "now" | "log" | "erase">,
  { accountId, toldAt }: { readonly accountId: string; readonly toldAt: Instant },
): Promise<void> {
  const { store } = context;
  await store.standings.putAccount({ accountId, state: "ERASED", toldAt });
  await context.erase(store, accountId);
  await endHosting(context, { accountId, organizationId: null });
}
