import type { Context } from "../../context.ts";
import { askForPasskey, type PasskeyRequest } from "./steps/ask-for-passkey.ts";

/** Asks for a passkey of whoever comes. It says the same to everybody, since it knows of nobody. */
export async function beginPasskeyLogIn(context: Context): Promise<PasskeyRequest> {
  const { store, limits, origin } = context;
  if (origin?.network) await limits.take("passkey-network", store.fingerprintOf(origin.network));
  return askForPasskey(context, { use: "LOG_IN", sessionId: null });
}
