import type { Resolvers } from "@tidbok/service";
import { findOrganization } from "../organizations/actions/find-organization.ts";
import { findLogoUrl } from "../organizations/actions/find-organization-logo.ts";
import { findOversight } from "../organizations/actions/find-oversight.ts";
import { listAppAccesses } from "../apps/actions/list-app-accesses.ts";
import { listInvitations } from "../organizations/actions/list-invitations.ts";
import { listMembers } from "../organizations/actions/list-members.ts";
import { listOrganizationChanges } from "../organizations/actions/list-organization-changes.ts";
import type { Context } from "../context.ts";
import type { Organization as Row } from "../organizations/domain/organization.ts";

export const Organization: Resolvers<Context>["Organization"] = {
  __resolveReference: ({ id }: Pick<Row, "id">, context) => findOrganization(context, id),
  invitations: ({ id }: Row, page, context) =>
    listInvitations(context, { ...page, organizationId: id }),
  changes: ({ id }: Row, page, context) =>
    listOrganizationChanges(context, { ...page, organizationId: id }),
  logoUrl: (row: Row, _, context) => findLogoUrl(context, row),
  appAccesses: ({ id }: Row, page, context) =>
    listAppAccesses(context, { ...page, organizationId: id }),
  attendeeOversight: (row: Row, _, context) => findOversight(context, row),
  members: ({ id }: Row, page, context) => listMembers(context, { ...page, organizationId: id }),
};
