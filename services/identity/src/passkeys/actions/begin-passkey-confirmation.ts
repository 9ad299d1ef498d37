import type { Context } from "../../context.ts";
import { askForPasskey, type PasskeyRequest } from "./steps/ask-for-passkey.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";

/** Asks for one of the caller's own passkeys, to make the caller's session fresh. */
export async function beginPasskeyConfirmation(context: Context): Promise<PasskeyRequest> {
  const { accountId, sessionId } = requireAccount(context.caller);
  await context.limits.take("passkey-account", accountId);
  return askForPasskey(context, { use: "CONFIRM", sessionId });
}
