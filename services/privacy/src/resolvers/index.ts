import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { Account } from "./account.ts";
import { Mutation } from "./mutation.ts";
import { Organization } from "./organization.ts";
import { PolicyAcceptance } from "./policy-acceptance.ts";
import { Policy } from "./policy.ts";
import { Query } from "./query.ts";
import { Retention } from "./retention.ts";
import { Scope } from "./scope.ts";

export const resolvers: Resolvers<Context> = {
  Account,
  Mutation,
  Organization,
  Policy,
  PolicyAcceptance,
  Query,
  Retention,
  Scope,
};
