import { input, type Caller } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { Account } from "../domain/account.ts";
import { linkKindOf } from "../domain/link-kind.ts";
import type { Verification } from "../domain/verification.ts";
import { isMailer } from "../../callers/domain/is-mailer.ts";

/** What a mail about an address is written from. */
export type VerificationMail = Pick<Verification, "id" | "accountId" | "kind"> &
  Pick<Account, "email" | "locale" | "name"> & { readonly link: string };

/** The mail, for the service that sends it; null for everybody else. */
export async function findVerification(
  { caller, store, loaders, links }: Context,
  id: string,
): Promise<VerificationMail | null> {
  if (!mayRead(caller, id)) return null;
  const verification = await store.verifications.find(id);
  const account = verification && (await loaders.account.load(verification.accountId));
  if (!verification || !account) return null;
  const { accountId, kind, form } = verification;
  const linkKind = linkKindOf(kind);
  return {
    id: verification.id,
    accountId,
    kind,
    email: verification.email ?? account.email,
    // Mails that ask for nothing lead to where one logs in.
    link: linkKind ? links.url(linkKind, verification.id) : links.logIn,
    // Each mail greets with what its own sign-up said; another one may have come since.
    locale: form?.locale ?? account.locale,
    name: form?.name ?? account.name,
  };
}

function mayRead(caller: Caller, id: string): boolean {
  return isMailer(caller) && input.id.safeParse(id).success;
}
