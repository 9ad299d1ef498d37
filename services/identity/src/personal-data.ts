import type { Instant } from "@tidbok/domain";
import { AccountErased } from "@tidbok/events";
import { bindTell, type PersonalColumn, type PersonalData } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import type { Store } from "./store/index.ts";

type Transaction = Parameters<Parameters<Store["transaction"]>[0]>[0];
type Parts = { readonly store: Store; readonly vault: Vault; readonly now: () => number };

const column = (
  [table, name]: readonly [string, string],
  [category, erasure]: readonly [PersonalColumn["category"], PersonalColumn["erasure"]],
): PersonalColumn => ({ table, column: name, category, erasure, subject: "customer" });

/** What identity holds about people with accounts, and about the people that organizations invited. */
export const personalData: PersonalData<Parts> = {
  columns: [
    column(["account", "name"], ["ACCOUNT_NAME", "shred"]),
    column(["account", "email"], ["ACCOUNT_EMAIL", "shred"]),
    column(["account", "email_index"], ["ACCOUNT_EMAIL", "blank"]),
    column(["account", "time_zone"], ["ACCOUNT_SETTINGS", "blank"]),
    column(["account", "locale"], ["ACCOUNT_SETTINGS", "blank"]),
    column(["account", "password_hash"], ["CREDENTIAL_INPUT", "blank"]),
    column(["email_verification", "email"], ["ACCOUNT_EMAIL", "delete"]),
    column(["email_verification", "email_index"], ["ACCOUNT_EMAIL", "delete"]),
    column(["email_verification", "name"], ["ACCOUNT_NAME", "delete"]),
    column(["email_verification", "time_zone"], ["ACCOUNT_SETTINGS", "delete"]),
    column(["email_verification", "locale"], ["ACCOUNT_SETTINGS", "delete"]),
    column(["email_verification", "provider"], ["LOG_IN_MEANS", "delete"]),
    column(["email_verification", "subject_index"], ["LOG_IN_MEANS", "delete"]),
    column(["email_verification", "password_hash"], ["CREDENTIAL_INPUT", "delete"]),
    column(["session", "authenticated_at"], ["SESSION_ACTIVITY", "delete"]),
    column(["session", "last_seen_at"], ["SESSION_ACTIVITY", "delete"]),
    column(["session", "methods"], ["SESSION_ACTIVITY", "delete"]),
    column(["session", "network"], ["SESSION_IP", "delete"]),
    column(["session", "device_type"], ["SESSION_DEVICE", "delete"]),
    column(["session", "browser_family"], ["SESSION_DEVICE", "delete"]),
    column(["session", "token_hash"], ["SESSION_CREDENTIAL", "delete"]),
    column(["refresh_token", "token_hash"], ["SESSION_CREDENTIAL", "delete"]),
    column(["refresh_token", "used_from"], ["SESSION_IP", "delete"]),
    column(["passkey", "name"], ["LOG_IN_MEANS", "shred"]),
    column(["passkey", "created_at"], ["LOG_IN_MEANS", "delete"]),
    column(["passkey", "last_used_at"], ["LOG_IN_MEANS", "delete"]),
    column(["passkey", "credential_id"], ["CREDENTIAL_INPUT", "delete"]),
    column(["passkey", "public_key"], ["CREDENTIAL_INPUT", "delete"]),
    column(["authenticator", "secret"], ["CREDENTIAL_INPUT", "shred"]),
    column(["authenticator", "confirmed_at"], ["LOG_IN_MEANS", "delete"]),
    column(["support_access", "account_id"], ["SUPPORT_ACCESS", "unlink"]),
    column(["support_access", "ticket"], ["SUPPORT_ACCESS", "unlink"]),
    column(["recovery_code", "code_hash"], ["CREDENTIAL_INPUT", "delete"]),
    column(["second_step", "token_hash"], ["SESSION_CREDENTIAL", "delete"]),
    column(["passkey_challenge", "challenge_hash"], ["CREDENTIAL_INPUT", "delete"]),
    column(["oauth_record", "payload"], ["SESSION_CREDENTIAL", "delete"]),
    column(["oauth_record", "key_hash"], ["SESSION_CREDENTIAL", "delete"]),
    column(["oauth_record", "consumed_from"], ["SESSION_IP", "delete"]),
    column(["oauth_record", "last_used_on"], ["APP_GRANT", "delete"]),
    column(["oauth_record", "uid_hash"], ["SESSION_CREDENTIAL", "delete"]),
    column(["oauth_record", "user_code_hash"], ["SESSION_CREDENTIAL", "delete"]),
    column(["provider_link", "provider"], ["LOG_IN_MEANS", "delete"]),
    column(["provider_link", "subject_index"], ["LOG_IN_MEANS", "delete"]),
    column(["provider_link", "last_used_at"], ["LOG_IN_MEANS", "delete"]),
    column(["personal_token", "name"], ["PERSONAL_TOKEN", "shred"]),
    column(["personal_token", "scopes"], ["PERSONAL_TOKEN", "delete"]),
    column(["personal_token", "last_used_on"], ["PERSONAL_TOKEN", "delete"]),
    column(["personal_token", "token_hash"], ["SESSION_CREDENTIAL", "delete"]),
    column(["membership", "role"], ["MEMBERSHIP", "delete"]),
    column(["organization_change", "actor_id"], ["GOVERNANCE_ACT", "unlink"]),
    column(["organization_change", "subject_id"], ["GOVERNANCE_ACT", "unlink"]),
    column(["invitation", "email"], ["ACCOUNT_EMAIL", "delete"]),
    column(["invitation", "email_index"], ["ACCOUNT_EMAIL", "delete"]),
  ],

  exportSubject: async ({ store }, subjectId) => {
    const [account] = await store.accounts.findMany([subjectId]);
    const invitations = await store.invitations.listFor(subjectId);
    return {
      account: account ? [account] : [],
      session: await store.sessions.listAll(subjectId),
      passkey: await store.passkeys.listOf(subjectId),
      // Which agent it was is another person's fact.
      support_access: (await store.supportAccesses.listAll(subjectId)).map(
        ({ staffId: _, ...own }) => own,
      ),
      authenticator: [await store.authenticators.find(subjectId)].filter((each) => each !== null),
      membership: await store.memberships.listOf([subjectId]),
      provider_link: await store.providerLinks.listOf(subjectId),
      personal_token: await store.personalTokens.listOf(subjectId),
      // Which apps the person let in. The tokens themselves are never exported.
      oauth_record: (await store.oauthRecords.listGrants({ accountId: subjectId })).map(
        ({ appId, createdAt, expiresAt, lastUsedOn }) => ({
          appId,
          createdAt,
          expiresAt,
          lastUsedOn,
        }),
      ),
      // The other people in the change are not exported: that is their data.
      organization_change: (await store.organizationChanges.listOf(subjectId)).map(
        ({ organizationId, kind, changedAt }) => ({ organizationId, kind, changedAt }),
      ),
      // The inviting member is not exported: that is the member's data.
      invitation: invitations.map(({ invitedBy: _, ...own }) => own),
    };
  },

  /**
   * The last owner of an organization stays its owner by id until the organization has another or is
   * closed; nothing readable hangs on that id. `residue` counts it.
   */
  eraseSubject: async ({ store, now }, subjectId) => {
    const count = await store.transaction((store) => eraseRows(store, { subjectId, now: now() }));
    while ((await store.keyDestructions.destroy()) > 0);
    return count;
  },

  residue: async ({ store }, subjectId) => {
    const [account] = await store.accounts.findMany([subjectId]);
    const left = [account?.name, account?.email, account?.timeZone, account?.locale];
    const lists = [
      await store.sessions.listAll(subjectId),
      await store.passkeys.listOf(subjectId),
      await store.supportAccesses.listAll(subjectId),
      [await store.authenticators.findSecret(subjectId)].filter((each) => each !== null),
      await store.memberships.listOf([subjectId]),
      await store.organizationChanges.listOf(subjectId),
      await store.oauthRecords.listGrants({ accountId: subjectId }),
      await store.personalTokens.listOf(subjectId),
      await store.providerLinks.listOf(subjectId),
      await store.invitations.listFor(subjectId),
    ];
    return (
      left.filter((value) => value != null).length +
      lists.reduce((sum, list) => sum + list.length, 0) +
      (await store.verifications.countOf(subjectId))
    );
  },
};

/** Erases all rows about a person, within a transaction; their keys are to be destroyed after it. How many rows. */
export async function eraseRows(
  store: Transaction,
  { subjectId, now }: { readonly subjectId: string; readonly now: Instant },
): Promise<number> {
  await store.accounts.lock(subjectId);
  // Owners who are erased at once wait for one another, so that one of them stays.
  await store.organizations.lockOwnedBy(subjectId);
  const invitations = (await store.invitations.listFor(subjectId)).map(({ id }) => id);
  const rows = [
    await store.invitations.removeMany(invitations),
    await store.verifications.removeOf(subjectId),
    await store.sessions.removeOf(subjectId),
    await store.passkeys.removeOf(subjectId),
    await store.authenticators.removeOf(subjectId),
    await store.secondSteps.removeOf(subjectId),
    await store.supportAccesses.unlink(subjectId),
    await store.oauthRecords.removeOf(subjectId),
    await store.providerLinks.removeOf(subjectId),
    (await store.personalTokens.removeOf(subjectId)).length,
    await store.memberships.removeOf(subjectId),
    await store.organizationChanges.unlink(subjectId),
    await eraseAccount(store, { accountId: subjectId, now }),
  ];
  await store.keyDestructions.insert([...invitations, subjectId]);
  return rows.reduce((sum, count) => sum + count, 0);
}

async function eraseAccount(
  store: Transaction,
  { accountId, now }: { accountId: string; now: number },
): Promise<number> {
  const count = await store.accounts.erase(accountId, now);
  const { tell } = bindTell({ store, now, traceparent: null });
  if (count > 0)
    await tell(AccountErased, { about: accountId, organizationId: null }, { accountId });
  return count;
}
