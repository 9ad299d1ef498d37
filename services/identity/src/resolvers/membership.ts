import type { Resolvers } from "@tidbok/service";
import { findAccount } from "../accounts/actions/find-account.ts";
import { findOrganization } from "../organizations/actions/find-organization.ts";
import type { Context } from "../context.ts";
import type { Membership as Row } from "../organizations/domain/membership.ts";

export const Membership: Resolvers<Context>["Membership"] = {
  account: ({ accountId }: Row, _, context) => findAccount(context, accountId),
  organization: ({ organizationId }: Row, _, context) => findOrganization(context, organizationId),
};
