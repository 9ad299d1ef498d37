import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { Account } from "./account.ts";
import { App, ClientCaller } from "./app.ts";
import { Invitation } from "./invitation.ts";
import { Membership } from "./membership.ts";
import { Mutation } from "./mutation.ts";
import { Organization } from "./organization.ts";
import { Query } from "./query.ts";
import { Session } from "./session.ts";

export const resolvers: Resolvers<Context> = {
  Query,
  Mutation,
  Account,
  App,
  ClientCaller,
  Organization,
  Membership,
  Invitation,
  Session,
};
