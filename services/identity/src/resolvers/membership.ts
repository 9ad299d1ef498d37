import type { Resolvers } from "@tidbok/service";
import { findAccount } from "../actions/find-account.ts";
import { findOrganization } from "../actions/find-organization.ts";
import type { Context } from "../context.ts";
import type { Membership as Row } from "../domain/membership.ts";

export const Membership: Resolvers<Context>["Membership"] = {
  account: ({ accountId }: Row, _, context) => findAccount(context, accountId),
  organization: ({ organizationId }: Row, _, context) => findOrganization(context, organizationId),
};
