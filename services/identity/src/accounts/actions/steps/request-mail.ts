import { newId } from "@tidbok/domain";
import { EmailVerificationRequested } from "@tidbok/events";
import type { Context } from "../../../context.ts";
import { requestVerification, type VerificationRequest } from "../../domain/verification.ts";

/** Asks for a mail to an account's address, within the caller's transaction. */
export async function requestMail(
  { store, now, tell }: Context,
  request: VerificationRequest,
): Promise<void> {
  const { accountId } = request;
  const verification = requestVerification({ ...request, id: newId() }, now);
  await store.verifications.insert(verification);
  await tell(
    EmailVerificationRequested,
    { about: accountId, organizationId: null },
    { accountId, verificationId: verification.id },
  );
}
