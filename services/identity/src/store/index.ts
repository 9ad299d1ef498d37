import { createTransactionalStore } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import type { PrismaClient } from "../generated/prisma/client.ts";
import { absences } from "../leaving/store/absences.ts";
import { accountEmails } from "../accounts/store/account-emails.ts";
import { accounts } from "../accounts/store/accounts.ts";
import { appAccesses } from "../apps/store/app-accesses.ts";
import { appApprovals } from "../apps/store/app-approvals.ts";
import { appInstallations } from "../apps/store/app-installations.ts";
import { appSecrets } from "../apps/store/app-secrets.ts";
import { apps } from "../apps/store/apps.ts";
import { authenticators } from "../second-step/store/authenticators.ts";
import { invitations } from "../organizations/store/invitations.ts";
import { keyDestructions } from "../accounts/store/key-destructions.ts";
import { memberships } from "../organizations/store/memberships.ts";
import { oauthRecords } from "../grants/store/oauth-records.ts";
import { organizationChanges } from "../organizations/store/organization-changes.ts";
import { organizationLogos } from "../organizations/store/organization-logos.ts";
import { organizations } from "../organizations/store/organizations.ts";
import { personalTokens } from "../personal-tokens/store/personal-tokens.ts";
import { passkeyChallenges } from "../passkeys/store/passkey-challenges.ts";
import { passkeys } from "../passkeys/store/passkeys.ts";
import { policyVersions } from "../accounts/store/policy-versions.ts";
import { providerLinks } from "../providers/store/provider-links.ts";
import { refreshTokens } from "../sessions/store/refresh-tokens.ts";
import { secondSteps } from "../log-in/store/second-steps.ts";
import { sessions } from "../sessions/store/sessions.ts";
import { staff } from "../support/store/staff.ts";
import { stale } from "../retention/store/stale.ts";
import { supportAccesses } from "../support/store/support-accesses.ts";
import { verifications } from "../accounts/store/verifications.ts";

export const createStore = (prisma: PrismaClient, vault: Vault) =>
  createTransactionalStore(prisma, (transaction: Omit<PrismaClient, ClientOnly>) => ({
    absences: absences(transaction),
    accounts: accounts(transaction, vault),
    accountEmails: accountEmails(transaction, vault),
    keyDestructions: keyDestructions(transaction, vault),
    verifications: verifications(transaction, vault),
    sessions: sessions(transaction),
    refreshTokens: refreshTokens(transaction),
    passkeys: passkeys(transaction, vault),
    authenticators: authenticators(transaction, vault),
    secondSteps: secondSteps(transaction),
    staff: staff(transaction, vault),
    supportAccesses: supportAccesses(transaction),
    passkeyChallenges: passkeyChallenges(transaction),
    organizationChanges: organizationChanges(transaction),
    organizationLogos: organizationLogos(transaction),
    organizations: organizations(transaction),
    memberships: memberships(transaction),
    invitations: invitations(transaction, vault),
    apps: apps(transaction),
    appAccesses: appAccesses(transaction),
    appApprovals: appApprovals(transaction),
    appInstallations: appInstallations(transaction),
    appSecrets: appSecrets(transaction),
    oauthRecords: oauthRecords(transaction),
    providerLinks: providerLinks(transaction, vault),
    personalTokens: personalTokens(transaction, vault),
    policyVersions: policyVersions(transaction),
    stale: stale(transaction),
    /** A name for an address that tells nothing, for keys of limits and of idempotency. */
    fingerprintOf: (email: string) =>
      Buffer.from(vault.blindIndex("identity.fingerprint", email)).toString("base64url"),
  }));

export type Store = ReturnType<typeof createStore>;

type ClientOnly = "$connect" | "$disconnect" | "$on" | "$use" | "$extends" | "$transaction";
