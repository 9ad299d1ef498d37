import type { Context } from "../../../context.ts";
import { secondStepLifetime } from "../../../second-step/domain/authenticator.ts";
import type { FirstStep } from "../../../sessions/domain/session.ts";

/** A log-in that waits for a code; the token stands for its first step. */
export type SecondStep = {
  readonly accountId: string;
  readonly token: string;
  readonly expiresAt: number;
};

/** Saves the first step of a log-in for minutes, within the caller's transaction. */
export async function askForCode(
  { store, secrets, now }: Context,
  step: FirstStep,
): Promise<SecondStep> {
  const { text: token, hash: tokenHash } = secrets.make();
  const expiresAt = now + secondStepLifetime;
  await store.secondSteps.insert(step, { tokenHash, expiresAt });
  return { accountId: step.accountId, token, expiresAt };
}
