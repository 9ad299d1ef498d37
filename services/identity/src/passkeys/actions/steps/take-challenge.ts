import type { Context } from "../../../context.ts";
import type { PasskeyBond } from "../../domain/passkey.ts";
import { PasskeyRefused } from "../../domain/passkey-errors.ts";

/** Uses up the challenge that the answer is for, right or wrong, and returns it. Throws PasskeyRefused. */
export async function takeChallenge(
  { store, secrets, webauthn, now }: Context,
  answer: PasskeyBond & { readonly clientDataJson: string },
): Promise<string> {
  const { clientDataJson, use, sessionId, enrolmentId = null } = answer;
  const challenge = webauthn.challengeIn(clientDataJson);
  if (challenge === null) throw new PasskeyRefused();
  const challengeHash = secrets.hashOf(challenge);
  if (!(await store.passkeyChallenges.take({ challengeHash, use, sessionId, enrolmentId }, now))) {
    throw new PasskeyRefused();
  }
  return challenge;
}
