import type { Resolvers } from "@tidbok/service";
import { findMe } from "../actions/find-account.ts";
import { findAccountCaller, findSessionCaller } from "../actions/find-caller.ts";
import { findApp } from "../actions/find-app.ts";
import { findClientCaller } from "../actions/find-client-caller.ts";
import { findInvitation } from "../actions/find-invitation.ts";
import { findPersonalTokenCaller } from "../actions/find-personal-token-caller.ts";
import { findOrganizationLogo } from "../actions/find-organization-logo.ts";
import { findOrganization, findOrganizationBySlug } from "../actions/find-organization.ts";
import { findPersonCaller } from "../actions/find-person-caller.ts";
import { findVerification } from "../actions/find-verification.ts";
import { listAppsWithAccess } from "../actions/list-apps-with-access.ts";
import { listLogInMethods } from "../actions/list-log-in-methods.ts";
import { listPersonalTokens } from "../actions/list-personal-tokens.ts";
import { findAuthenticator } from "../actions/find-authenticator.ts";
import { findSupportedAccount } from "../actions/find-supported-account.ts";
import { listPasskeys } from "../actions/list-passkeys.ts";
import { listSessions } from "../actions/list-sessions.ts";
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
