import type { Context } from "../../../context.ts";
import { challengeLifetime, type PasskeyBond } from "../../domain/passkey.ts";

/** The options with which a browser makes a device sign. */
export type PasskeyRequest = {
  readonly challenge: string;
  readonly relyingPartyId: string;
  readonly timeoutMilliseconds: number;
};

/** Makes a challenge to sign. It is valid once, for minutes, for this use and in this session. */
export async function askForPasskey(
  { store, secrets, webauthn, now }: Context,
  { use, sessionId, enrolmentId }: PasskeyBond,
): Promise<PasskeyRequest> {
  const { text: challenge, hash: challengeHash } = secrets.make();
  const bound = { challengeHash, use, sessionId, enrolmentId: enrolmentId ?? null };
  await store.passkeyChallenges.insert(bound, now + challengeLifetime);
  const { id: relyingPartyId } = webauthn.relyingParty;
  return { challenge, relyingPartyId, timeoutMilliseconds: challengeLifetime };
}
