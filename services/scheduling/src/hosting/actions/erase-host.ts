import type { Instant } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { endHosting } from "./steps/end-hosting.ts";

/** Erases the personal data of an account; its id stays with the bookings that it hosted. Safe to repeat. */
export async function eraseHost(
  context: Context,
  { accountId, toldAt }: { readonly accountId: string; readonly toldAt: Instant },
): Promise<void> {
  const { store } = context;
  await store.standings.putAccount({ accountId, state: "ERASED", toldAt });
  await context.erase(store, accountId);
  await endHosting(context, { accountId, organizationId: null });
}
