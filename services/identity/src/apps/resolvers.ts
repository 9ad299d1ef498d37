import { purposeName, purposeNamed } from "@tidbok/domain";
import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { Organization as OrganizationRow } from "../organizations/domain/organization.ts";
import { approveApp } from "./actions/approve-app.ts";
import { deleteApp } from "./actions/delete-app.ts";
import { findApp } from "./actions/find-app.ts";
import { findClientCaller } from "./actions/find-client-caller.ts";
import { findPersonCaller } from "./actions/find-person-caller.ts";
import { findAppGrant } from "./actions/find-app-grant.ts";
import { installApp } from "./actions/install-app.ts";
import { listAppAccesses } from "./actions/list-app-accesses.ts";
import { listAppsWithAccess } from "./actions/list-apps-with-access.ts";
import { listRegisteredApps } from "./actions/list-registered-apps.ts";
import { readmitApp } from "./actions/readmit-app.ts";
import { registerApp } from "./actions/register-app.ts";
import { revokeAccess } from "./actions/revoke-access.ts";
import { rotateAppSecret } from "./actions/rotate-app-secret.ts";
import { shutOutApp } from "./actions/shut-out-app.ts";
import { uninstallApp } from "./actions/uninstall-app.ts";
import { updateApp } from "./actions/update-app.ts";
import type { App as AppRow } from "./domain/app.ts";

export const resolvers: Resolvers<Context> = {
  Query: {
    personCaller: (_, asked, context) => findPersonCaller(context, asked),
    clientCaller: (_, ids, context) => findClientCaller(context, ids),
    app: (_, { id }, context) => findApp(context, id),
    appsWithAccess: (_, page, context) => listAppsWithAccess(context, page),
  },
  Mutation: {
    registerApp: (_, { input }, context) =>
      registerApp(context, { ...input, purpose: purposeNamed(input.purpose) }),
    rotateAppSecret: (_, { input }, context) => rotateAppSecret(context, input),
    updateApp: (_, { input }, context) => updateApp(context, input),
    deleteApp: (_, { input }, context) => deleteApp(context, input),
    revokeAccess: (_, { input }, context) => revokeAccess(context, input),
    shutOutApp: (_, { input }, context) => shutOutApp(context, input),
    readmitApp: (_, { input }, context) => readmitApp(context, input),
    installApp: (_, { input }, context) => installApp(context, input),
    uninstallApp: (_, { input }, context) => uninstallApp(context, input),
    approveApp: (_, { input }, context) => approveApp(context, input),
  },
  App: {
    purpose: ({ purpose }: AppRow) => purposeName(purpose),
  },
  AppGrantEdge: {
    grant: ({ node }: { node: AppRow }, _, context) => findAppGrant(context, node),
  },
  ClientCaller: {
    purpose: ({ purpose }: Pick<AppRow, "purpose">) => purposeName(purpose),
  },
  Organization: {
    apps: ({ id }: OrganizationRow, page, context) =>
      listRegisteredApps(context, { ...page, organizationId: id }),
    appAccesses: ({ id }: OrganizationRow, page, context) =>
      listAppAccesses(context, { ...page, organizationId: id }),
  },
};
