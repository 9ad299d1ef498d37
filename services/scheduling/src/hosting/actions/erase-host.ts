import type { Context } from "../../context.ts";
import type { Told } from "../domain/standing.ts";
import { endHosting } from "./steps/end-hosting.ts";

/** Erases the personal data of an account; its id stays with the bookings that it hosted. Safe to repeat. */
export async function eraseHost(
  context: Context,
  { accountId, ...told }: Told & { readonly accountId: string },
): Promise<void> {
  const { store } = context;
  await store.standings.putAccount({ accountId, state: "ERASED", ...told });
  await context.erase(store, accountId);
  await endHosting(context, { accountId, organizationId: null });
}
