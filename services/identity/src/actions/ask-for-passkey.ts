import type { Context } from "../context.ts";
import { challengeLifetime, type PasskeyUse } from "../domain/passkey.ts";

/** What a browser hands to a device to have it sign. */
export type PasskeyRequest = {
  readonly challenge: string;
  readonly relyingPartyId: string;
  readonly timeoutMilliseconds: number;
};

/** Makes something to sign, good once and for minutes, for this use and in this session alone. */
export async function askForPasskey(
  { store, secrets, webauthn, now }: Context,
  { use, sessionId }: { readonly use: PasskeyUse; readonly sessionId: string | null },
): Promise<PasskeyRequest> {
  const { text: challenge, hash: challengeHash } = secrets.make();
  await store.passkeyChallenges.insert({ challengeHash, use, sessionId }, now + challengeLifetime);
  const { id: relyingPartyId } = webauthn.relyingParty;
  return { challenge, relyingPartyId, timeoutMilliseconds: challengeLifetime };
}
