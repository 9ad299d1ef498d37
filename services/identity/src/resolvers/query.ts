import type { Resolvers } from "@tidbok/service";
import { findMe } from "../accounts/actions/find-account.ts";
import { findAccountCaller, findSessionCaller } from "../sessions/actions/find-caller.ts";
import { findApp } from "../apps/actions/find-app.ts";
import { findClientCaller } from "../apps/actions/find-client-caller.ts";
import { findInvitation } from "../organizations/actions/find-invitation.ts";
import { findPersonalTokenCaller } from "../personal-tokens/actions/find-personal-token-caller.ts";
import { findOrganizationLogo } from "../organizations/actions/find-organization-logo.ts";
import { findOrganization, findOrganizationBySlug } from "../organizations/actions/find-organization.ts";
import { findPersonCaller } from "../apps/actions/find-person-caller.ts";
import { findVerification } from "../accounts/actions/find-verification.ts";
import { listAppsWithAccess } from "../apps/actions/list-apps-with-access.ts";
import { listLogInMethods } from "../providers/actions/list-log-in-methods.ts";
import { listPersonalTokens } from "../personal-tokens/actions/list-personal-tokens.ts";
import { findAuthenticator } from "../second-step/actions/find-authenticator.ts";
import { findSupportedAccount } from "../support/actions/find-supported-account.ts";
import { listPasskeys } from "../passkeys/actions/list-passkeys.ts";
import { listSessions } from "../sessions/actions/list-sessions.ts";
import type { Context } from "../context.ts";

export const Query: Resolvers<Context>["Query"] = {
  me: (_, __, context) => findMe(context),
  sessions: (_, page, context) => listSessions(context, page),
  authenticator: (_, __, context) => findAuthenticator(context),
  supportedAccount: (_, __, context) => findSupportedAccount(context),
  passkeys: (_, __, context) => listPasskeys(context),
  organization: (_, { slug }, context) => findOrganizationBySlug(context, slug),
  organizationById: (_, { id }, context) => findOrganization(context, id),
  emailVerification: (_, { id }, context) => findVerification(context, id),
  invitation: (_, { id }, context) => findInvitation(context, id),
  sessionCaller: (_, { input }, context) => findSessionCaller(context, input),
  accountCaller: (_, ids, context) => findAccountCaller(context, ids),
  personCaller: (_, asked, context) => findPersonCaller(context, asked),
  clientCaller: (_, ids, context) => findClientCaller(context, ids),
  organizationLogo: (_, { organizationId }, context) =>
    findOrganizationLogo(context, organizationId),
  logInProviders: (_, __, { providers }) => providers.list,
  logInMethods: (_, __, context) => listLogInMethods(context),
  personalTokens: (_, __, context) => listPersonalTokens(context),
  personalTokenCaller: (_, { input }, context) => findPersonalTokenCaller(context, input),
  app: (_, { id }, context) => findApp(context, id),
  appsWithAccess: (_, page, context) => listAppsWithAccess(context, page),
};
