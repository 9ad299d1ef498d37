import type { Resolvers } from "@tidbok/service";
import { findOrganization } from "../organizations/actions/find-organization.ts";
import type { Context } from "../context.ts";
import type { Invitation as Row } from "../organizations/domain/invitation.ts";

export const Invitation: Resolvers<Context>["Invitation"] = {
  organization: ({ organizationId }: Row, _, context) => findOrganization(context, organizationId),
  locale: async ({ organizationId }: Row, _, context) =>
    (await findOrganization(context, organizationId))?.locale,
  link: ({ id }: Row, _, { links }) => links.url("invitation", id),
};
