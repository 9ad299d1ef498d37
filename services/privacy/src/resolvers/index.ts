import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { Account, PolicyAcceptance } from "./account.ts";
import { Policy } from "./policy.ts";
import { Query } from "./query.ts";

export const resolvers: Resolvers<Context> = { Query, Policy, Account, PolicyAcceptance };
