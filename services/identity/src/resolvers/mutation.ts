import type { Resolvers } from "@tidbok/service";
import { acceptInvitation } from "../actions/accept-invitation.ts";
import { changeMemberRole } from "../actions/change-member-role.ts";
import { changePassword } from "../actions/change-password.ts";
import { createOrganization } from "../actions/create-organization.ts";
import { endSession } from "../actions/end-session.ts";
import { inviteMember } from "../actions/invite-member.ts";
import { logIn } from "../actions/log-in.ts";
import { logOut } from "../actions/log-out.ts";
import { refreshSession } from "../actions/refresh-session.ts";
import { removeMember } from "../actions/remove-member.ts";
import { resendVerification } from "../actions/resend-verification.ts";
import { signUp } from "../actions/sign-up.ts";
import { updateProfile } from "../actions/update-profile.ts";
import { verifyEmail } from "../actions/verify-email.ts";
import type { Context } from "../context.ts";

export const Mutation: Resolvers<Context>["Mutation"] = {
  signUp: async (_, { input }, context) => {
    await signUp(context, input);
    return { nextStep: "CHECK_MAIL" };
  },
  verifyEmail: (_, { input }, context) => verifyEmail(context, input),
  resendVerification: async (_, { input }, context) => {
    await resendVerification(context, input);
    return { nextStep: "CHECK_MAIL" };
  },
  logIn: async (_, { input }, context) => {
    const { account, tokens } = await logIn(context, input);
    // Who asks is still a visitor to the gateway, and has just shown to be this person.
    return { account: { ...account, isOwn: true }, tokens };
  },
  refreshSession: (_, { input }, context) => refreshSession(context, input),
  logOut: async (_, __, context) => {
    await logOut(context);
    return { isLoggedOut: true };
  },
  endSession: (_, { input }, context) => endSession(context, input),
  createOrganization: (_, { input }, context) => createOrganization(context, input),
  inviteMember: (_, { input }, context) => inviteMember(context, input),
  acceptInvitation: (_, { input }, context) => acceptInvitation(context, input),
  changeMemberRole: (_, { input }, context) => changeMemberRole(context, input),
  removeMember: (_, { input }, context) => removeMember(context, input),
  updateProfile: (_, { input }, context) => updateProfile(context, input),
  changePassword: (_, { input }, context) => changePassword(context, input),
};
