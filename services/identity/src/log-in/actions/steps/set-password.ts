import type { Context } from "../../../context.ts";
import { accountLinks } from "../../../accounts/domain/verification.ts";
import { endSessionsOf } from "../../../sessions/actions/steps/end-sessions-of.ts";
import { requestMail } from "../../../accounts/actions/steps/request-mail.ts";

type NewPassword = {
  readonly accountId: string;
  readonly passwordHash: string;
  /** The session that stays; null to end all. */
  readonly but: string | null;
};

/**
 * Saves a new password within the caller's transaction. It ends the other sessions, withdraws mailed links and
 * unfinished log-ins, and mails the person.
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
