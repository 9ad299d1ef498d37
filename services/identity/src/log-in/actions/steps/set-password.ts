import type { Context } from "../../../context.ts";
import { accountLinks } from "../../../accounts/domain/verification.ts";
import { endSessionsOf } from "../../../sessions/actions/steps/end-sessions-of.ts";
import { requestMail } from "../../../accounts/actions/steps/request-mail.ts";

type NewPassword = {
  readonly accountId: string;
  readonly passwordHash: string;
  /** The session that goes on; null when none does. */
  readonly but: string | null;
};

/**
 * What a new password means, within the caller's transaction: whoever else is logged in is so no longer,
 * links that were on their way and log-ins that had begun are void, and the address is told.
 */
export async function setPassword(
  context: Context,
  { accountId, passwordHash, but }: NewPassword,
): Promise<void> {
  const { accounts, verifications, secondSteps } = context.store;
  await accounts.updatePassword(accountId, passwordHash);
  await secondSteps.removeOf(accountId);
  await verifications.withdraw(accountId, accountLinks);
  await endSessionsOf(context, { accountId, but });
  await requestMail(context, { accountId, kind: "PASSWORD_CHANGED" });
}
