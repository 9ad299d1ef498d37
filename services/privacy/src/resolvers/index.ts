import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { Account } from "./account.ts";
import { PolicyAcceptance } from "./policy-acceptance.ts";
import { Policy } from "./policy.ts";
import { Query } from "./query.ts";

export const resolvers: Resolvers<Context> = { Account, Policy, PolicyAcceptance, Query };
