import { PersonalTokenEnded } from "@tidbok/events";
import type { Context } from "../../../context.ts";

/** Tells that a person's token is worth nothing any more, within the caller's transaction. */
export async function tellTokenEnded(
  { store, now }: Pick<Context, "store" | "now">,
  token: { readonly tokenId: string; readonly accountId: string },
): Promise<void> {
  const place = { aggregateId: token.tokenId, organizationId: null, occurredAt: now };
  await store.outbox.append(PersonalTokenEnded, place, token);
}
