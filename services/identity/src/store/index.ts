import { createTransactionalStore } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import type { PrismaClient } from "../generated/prisma/client.ts";
import { absences } from "./absences.ts";
import { accountEmails } from "./account-emails.ts";
import { accounts } from "./accounts.ts";
import { appAccesses } from "./app-accesses.ts";
import { appSecrets } from "./app-secrets.ts";
import { apps } from "./apps.ts";
import { authenticators } from "./authenticators.ts";
import { invitations } from "./invitations.ts";
import { memberships } from "./memberships.ts";
import { oauthRecords } from "./oauth-records.ts";
import { organizationChanges } from "./organization-changes.ts";
import { organizationLogos } from "./organization-logos.ts";
import { organizations } from "./organizations.ts";
import { personalTokens } from "./personal-tokens.ts";
import { passkeyChallenges } from "./passkey-challenges.ts";
import { passkeys } from "./passkeys.ts";
import { policyVersions } from "./policy-versions.ts";
import { providerLinks } from "./provider-links.ts";
import { refreshTokens } from "./refresh-tokens.ts";
import { secondSteps } from "./second-steps.ts";
import { sessions } from "./sessions.ts";
import { staff } from "./staff.ts";
import { stale } from "./stale.ts";
import { supportAccesses } from "./support-accesses.ts";
import { verifications } from "./verifications.ts";

export const createStore = (prisma: PrismaClient, vault: Vault) =>
  createTransactionalStore(prisma, (transaction: Omit<PrismaClient, ClientOnly>) => ({
    absences: absences(transaction),
    accounts: accounts(transaction, vault),
    accountEmails: accountEmails(transaction, vault),
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
    appSecrets: appSecrets(transaction),
    oauthRecords: oauthRecords(transaction),
    providerLinks: providerLinks(transaction, vault),
    personalTokens: personalTokens(transaction, vault),
    policyVersions: policyVersions(transaction),
    stale: stale(transaction, vault),
    /** A name for an address that tells nothing, for keys of limits and of idempotency. */
    fingerprintOf: (email: string) =>
      Buffer.from(vault.blindIndex("identity.fingerprint", email)).toString("base64url"),
  }));

export type Store = ReturnType<typeof createStore>;

type ClientOnly = "$connect" | "$disconnect" | "$on" | "$use" | "$extends" | "$transaction";
