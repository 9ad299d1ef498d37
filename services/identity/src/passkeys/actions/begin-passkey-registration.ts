import { Unauthenticated } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { userHandleOf } from "../domain/passkey.ts";
import { askForPasskey, type PasskeyRequest } from "./steps/ask-for-passkey.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";

/** The options with which a browser makes a device create a passkey. */
export type PasskeyCreation = PasskeyRequest & {
  readonly accountId: string;
  readonly relyingPartyName: string;
  readonly algorithms: readonly number[];
  readonly userHandle: string;
  readonly userName: string;
  readonly displayName: string | null;
  readonly excludedCredentialIds: readonly string[];
};

/** Asks a device of the caller to create a passkey. */
export async function beginPasskeyRegistration(context: Context): Promise<PasskeyCreation> {
  const { store, loaders, limits, webauthn } = context;
  const { accountId, sessionId } = requireFreshAccount(context.caller);
  await limits.take("passkey-account", accountId);
  const account = await loaders.account.load(accountId);
  if (account?.email == null) throw new Unauthenticated();
  return {
    ...(await askForPasskey(context, { use: "ADD", sessionId })),
    accountId,
    relyingPartyName: webauthn.relyingParty.name,
    algorithms: webauthn.algorithms,
    userHandle: userHandleOf(accountId),
    userName: account.email,
    displayName: account.name,
    excludedCredentialIds: await store.passkeys.credentialIdsOf(accountId),
  };
}
