import type { Context } from "../../context.ts";
import { askForPasskey, type PasskeyRequest } from "./steps/ask-for-passkey.ts";

/** Asks a visitor for a passkey. Every visitor gets the same answer, so it tells nothing about accounts. */
export async function beginPasskeyLogIn(context: Context): Promise<PasskeyRequest> {
  const { store, limits, origin } = context;
  if (origin?.network) await limits.take("passkey-network", store.fingerprintOf(origin.network));
  return askForPasskey(context, { use: "LOG_IN", sessionId: null });
}
