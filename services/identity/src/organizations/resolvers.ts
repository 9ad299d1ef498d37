import type { Resolvers } from "@tidbok/service";
import { findAccount } from "../accounts/actions/find-account.ts";
import type { Account as AccountRow } from "../accounts/domain/account.ts";
import type { Context } from "../context.ts";
import { acceptInvitation } from "./actions/accept-invitation.ts";
import { changeMemberRole } from "./actions/change-member-role.ts";
import { createOrganization } from "./actions/create-organization.ts";
import { findActor, findSubject } from "./actions/find-change-accounts.ts";
import { findInvitation } from "./actions/find-invitation.ts";
import { findMemberships } from "./actions/find-memberships.ts";
import {
  findLogoPng,
  findLogoUrl,
  findOrganizationLogo,
} from "./actions/find-organization-logo.ts";
import { findOrganizationBySlug, findOrganization } from "./actions/find-organization.ts";
import { findOversight } from "./actions/find-oversight.ts";
import { hideAttendeesFromAdmins } from "./actions/hide-attendees-from-admins.ts";
import { inviteMember } from "./actions/invite-member.ts";
import { listInvitations } from "./actions/list-invitations.ts";
import { listMembers } from "./actions/list-members.ts";
import { listOrganizationChanges } from "./actions/list-organization-changes.ts";
import { removeMember } from "./actions/remove-member.ts";
import { removeOrganizationLogo } from "./actions/remove-organization-logo.ts";
import { setOrganizationLogo } from "./actions/set-organization-logo.ts";
import { showAttendeesToAdmins } from "./actions/show-attendees-to-admins.ts";
import { transferOwnership } from "./actions/transfer-ownership.ts";
import { updateOrganization } from "./actions/update-organization.ts";
import { withdrawInvitation } from "./actions/withdraw-invitation.ts";
import type { Invitation as InvitationRow } from "./domain/invitation.ts";
import type { Membership as MembershipRow } from "./domain/membership.ts";
import type { OrganizationChange as ChangeRow } from "./domain/organization-change.ts";
import type { Organization as OrganizationRow } from "./domain/organization.ts";

export const resolvers: Resolvers<Context> = {
  Query: {
    organization: (_, { slug }, context) => findOrganizationBySlug(context, slug),
    organizationById: (_, { id }, context) => findOrganization(context, id),
    invitation: (_, { id }, context) => findInvitation(context, id),
    organizationLogo: (_, { organizationId }, context) =>
      findOrganizationLogo(context, organizationId),
  },
  Mutation: {
    createOrganization: (_, { input }, context) => createOrganization(context, input),
    updateOrganization: (_, { input }, context) => updateOrganization(context, input),
    showAttendeesToAdmins: (_, { input }, context) => showAttendeesToAdmins(context, input),
    hideAttendeesFromAdmins: (_, { input }, context) => hideAttendeesFromAdmins(context, input),
    transferOwnership: (_, { input }, context) => transferOwnership(context, input),
    withdrawInvitation: (_, { input }, context) => withdrawInvitation(context, input),
    inviteMember: (_, { input }, context) => inviteMember(context, input),
    acceptInvitation: (_, { input }, context) => acceptInvitation(context, input),
    changeMemberRole: (_, { input }, context) => changeMemberRole(context, input),
    removeMember: (_, { input }, context) => removeMember(context, input),
    setOrganizationLogo: (_, { input }, context) => setOrganizationLogo(context, input),
    removeOrganizationLogo: (_, { input }, context) => removeOrganizationLogo(context, input),
  },
  Account: {
    memberships: ({ id }: AccountRow, _, context) => findMemberships(context, id),
  },
  Invitation: {
    organization: ({ organizationId }: InvitationRow, _, context) =>
      findOrganization(context, organizationId),
    locale: async ({ organizationId }: InvitationRow, _, context) =>
      (await findOrganization(context, organizationId))?.locale,
    link: ({ id }: InvitationRow, _, { links }) => links.url("invitation", id),
  },
  Membership: {
    account: ({ accountId }: MembershipRow, _, context) => findAccount(context, accountId),
    organization: ({ organizationId }: MembershipRow, _, context) =>
      findOrganization(context, organizationId),
  },
  OrganizationChange: {
    actor: (row: ChangeRow, _, context) => findActor(context, row),
    subject: (row: ChangeRow, _, context) => findSubject(context, row),
  },
  Organization: {
    __resolveReference: ({ id }: Pick<OrganizationRow, "id">, context) =>
      findOrganization(context, id),
    invitations: ({ id }: OrganizationRow, page, context) =>
      listInvitations(context, { ...page, organizationId: id }),
    changes: ({ id }: OrganizationRow, page, context) =>
      listOrganizationChanges(context, { ...page, organizationId: id }),
    logoPng: (row: OrganizationRow, _, context) => findLogoPng(context, row),
    logoUrl: (row: OrganizationRow, _, context) => findLogoUrl(context, row),
    attendeeOversight: (row: OrganizationRow, _, context) => findOversight(context, row),
    members: ({ id }: OrganizationRow, page, context) =>
      listMembers(context, { ...page, organizationId: id }),
  },
};
