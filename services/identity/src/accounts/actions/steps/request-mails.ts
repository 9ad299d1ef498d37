import { newId } from "@tidbok/domain";
import { EmailVerificationRequested } from "@tidbok/events";
import type { Context } from "../../../context.ts";
import { requestVerification, type VerificationKind } from "../../domain/verification.ts";

/** Asks for the same mail to many accounts, in as many statements as for one, within the caller's transaction. */
export async function requestMails(
  { store, now, traceparent }: Pick<Context, "store" | "now" | "traceparent">,
  { accountIds, kind }: { readonly accountIds: readonly string[]; readonly kind: VerificationKind },
): Promise<void> {
  const mails = accountIds.map((accountId) =>
    requestVerification({ accountId, kind, id: newId() }, now),
  );
  await store.verifications.insertMany(mails);
  const events = mails.map(({ id: verificationId, accountId }) => ({
    aggregateId: accountId,
    organizationId: null,
    occurredAt: now,
    traceparent,
    data: { accountId, verificationId },
  }));
  await store.outbox.append(EmailVerificationRequested, events);
}
