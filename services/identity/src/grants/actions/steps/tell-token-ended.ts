import { PersonalTokenEnded } from "@tidbok/events";
import type { Context } from "../../../context.ts";

/** Tells that a person's token is worth nothing any more, within the caller's transaction. */
export async function tellTokenEnded(
  { tell }: Pick<Context, "tell">,
  token: { readonly tokenId: string; readonly accountId: string },
): Promise<void> {
  const subject = { about: token.tokenId, organizationId: null };
  await tell(PersonalTokenEnded, subject, token);
}
