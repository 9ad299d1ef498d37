import type { Resolvers } from "@tidbok/service";
import { acceptInvitation } from "../actions/accept-invitation.ts";
import { approveApp } from "../actions/approve-app.ts";
import { beginAuthenticator } from "../actions/begin-authenticator.ts";
import { beginPasskeyConfirmation } from "../actions/begin-passkey-confirmation.ts";
import { beginPasskeyLogIn } from "../actions/begin-passkey-log-in.ts";
import { beginPasskeyRegistration } from "../actions/begin-passkey-registration.ts";
import { beginStaffEnrolment } from "../actions/begin-staff-enrolment.ts";
import { changeMemberRole } from "../actions/change-member-role.ts";
import { changePassword } from "../actions/change-password.ts";
import { closeAccount } from "../actions/close-account.ts";
import { confirmEmailChange } from "../actions/confirm-email-change.ts";
import { confirmAuthenticator } from "../actions/confirm-authenticator.ts";
import { confirmPasskey } from "../actions/confirm-passkey.ts";
import { confirmPassword } from "../actions/confirm-password.ts";
import { createOrganization } from "../actions/create-organization.ts";
import { createPersonalToken } from "../actions/create-personal-token.ts";
import { deleteApp } from "../actions/delete-app.ts";
import { deactivateAccount } from "../actions/deactivate-account.ts";
import { endOtherSessions } from "../actions/end-other-sessions.ts";
import { endSession } from "../actions/end-session.ts";
import { hideAttendeesFromAdmins } from "../actions/hide-attendees-from-admins.ts";
import { endSupportAccess } from "../actions/end-support-access.ts";
import { finishLogIn } from "../actions/finish-log-in.ts";
import { finishStaffEnrolment } from "../actions/finish-staff-enrolment.ts";
import { inviteMember } from "../actions/invite-member.ts";
import type { LoggedIn } from "../actions/begin-session.ts";
import { logIn } from "../actions/log-in.ts";
import { logInByLink } from "../actions/log-in-by-link.ts";
import { logInByPasskey } from "../actions/log-in-by-passkey.ts";
import { logOut } from "../actions/log-out.ts";
import { openSupportAccess } from "../actions/open-support-access.ts";
import { readmitApp } from "../actions/readmit-app.ts";
import { refreshSession } from "../actions/refresh-session.ts";
import { registerApp } from "../actions/register-app.ts";
import { registerPasskey } from "../actions/register-passkey.ts";
import { removeAuthenticator } from "../actions/remove-authenticator.ts";
import { removeOrganizationLogo } from "../actions/remove-organization-logo.ts";
import { removeMember } from "../actions/remove-member.ts";
import { removePasskey } from "../actions/remove-passkey.ts";
import { renamePasskey } from "../actions/rename-passkey.ts";
import { renewRecoveryCodes } from "../actions/renew-recovery-codes.ts";
import { requestEmailChange } from "../actions/request-email-change.ts";
import { requestLogInLink } from "../actions/request-log-in-link.ts";
import { requestProviderLink } from "../actions/request-provider-link.ts";
import { requestRecovery } from "../actions/request-recovery.ts";
import { resendVerification } from "../actions/resend-verification.ts";
import { resetPassword } from "../actions/reset-password.ts";
import { revokeAccess } from "../actions/revoke-access.ts";
import { revokePersonalToken } from "../actions/revoke-personal-token.ts";
import { rotateAppSecret } from "../actions/rotate-app-secret.ts";
import { showAttendeesToAdmins } from "../actions/show-attendees-to-admins.ts";
import { setOrganizationLogo } from "../actions/set-organization-logo.ts";
import { shutOutApp } from "../actions/shut-out-app.ts";
import { signUp } from "../actions/sign-up.ts";
import { unlinkProvider } from "../actions/unlink-provider.ts";
import { updateApp } from "../actions/update-app.ts";
import { transferOwnership } from "../actions/transfer-ownership.ts";
import { updateOrganization } from "../actions/update-organization.ts";
import { updateProfile } from "../actions/update-profile.ts";
import { verifyEmail } from "../actions/verify-email.ts";
import { withdrawInvitation } from "../actions/withdraw-invitation.ts";
import type { Context } from "../context.ts";
import { purposeOf } from "./app.ts";

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
  requestRecovery: async (_, { input }, context) => {
    await requestRecovery(context, input);
    return { nextStep: "CHECK_MAIL" };
  },
  resetPassword: (_, { input }, context) => resetPassword(context, input),
  requestEmailChange: async (_, { input }, context) => {
    await requestEmailChange(context, input);
    return { nextStep: "CHECK_MAIL" };
  },
  confirmEmailChange: async (_, { input }, context) => ({
    isChanged: await confirmEmailChange(context, input),
  }),
  logIn: async (_, { input }, context) => asOwn(await logIn(context, input)),
  requestLogInLink: async (_, { input }, context) => {
    await requestLogInLink(context, input);
    return { nextStep: "CHECK_MAIL" };
  },
  logInByLink: async (_, { input }, context) => asOwn(await logInByLink(context, input)),
  confirmPassword: (_, { input }, context) => confirmPassword(context, input),
  beginStaffEnrolment: async (_, { input }, context) => ({
    ...(await beginStaffEnrolment(context, input)),
    isOwn: true,
  }),
  finishStaffEnrolment: async (_, { input }, context) => ({
    ...(await finishStaffEnrolment(context, input)),
    isOwn: true,
  }),
  openSupportAccess: (_, { input }, context) => openSupportAccess(context, input),
  endSupportAccess: (_, { input }, context) => endSupportAccess(context, input),
  finishLogIn: async (_, { input }, context) => asOwn(await finishLogIn(context, input)),
  beginAuthenticator: (_, __, context) => beginAuthenticator(context),
  confirmAuthenticator: (_, { input }, context) => confirmAuthenticator(context, input),
  renewRecoveryCodes: (_, __, context) => renewRecoveryCodes(context),
  removeAuthenticator: (_, __, context) => removeAuthenticator(context),
  beginPasskeyRegistration: (_, __, context) => beginPasskeyRegistration(context),
  registerPasskey: (_, { input }, context) => registerPasskey(context, input),
  renamePasskey: (_, { input }, context) => renamePasskey(context, input),
  removePasskey: (_, { input }, context) => removePasskey(context, input),
  beginPasskeyLogIn: (_, __, context) => beginPasskeyLogIn(context),
  logInByPasskey: async (_, { input }, context) => asOwn(await logInByPasskey(context, input)),
  beginPasskeyConfirmation: (_, __, context) => beginPasskeyConfirmation(context),
  confirmPasskey: (_, { input }, context) => confirmPasskey(context, input),
  refreshSession: (_, { input }, context) => refreshSession(context, input),
  logOut: async (_, __, context) => {
    await logOut(context);
    return { isLoggedOut: true };
  },
  endSession: (_, { input }, context) => endSession(context, input),
  endOtherSessions: async (_, __, context) => ({ session: await endOtherSessions(context) }),
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
  registerApp: (_, { input }, context) =>
    registerApp(context, { ...input, purpose: purposeOf(input.purpose) }),
  rotateAppSecret: (_, { input }, context) => rotateAppSecret(context, input),
  updateApp: (_, { input }, context) => updateApp(context, input),
  deleteApp: (_, { input }, context) => deleteApp(context, input),
  revokeAccess: (_, { input }, context) => revokeAccess(context, input),
  setOrganizationLogo: (_, { input }, context) => setOrganizationLogo(context, input),
  removeOrganizationLogo: (_, { input }, context) => removeOrganizationLogo(context, input),
  shutOutApp: (_, { input }, context) => shutOutApp(context, input),
  readmitApp: (_, { input }, context) => readmitApp(context, input),
  requestProviderLink: (_, { input }, context) => requestProviderLink(context, input),
  unlinkProvider: (_, { input }, context) => unlinkProvider(context, input),
  createPersonalToken: (_, { input }, context) => createPersonalToken(context, input),
  revokePersonalToken: (_, { input }, context) => revokePersonalToken(context, input),
  approveApp: (_, { input }, context) => approveApp(context, input),
  updateProfile: (_, { input }, context) => updateProfile(context, input),
  deactivateAccount: (_, __, context) => deactivateAccount(context),
  closeAccount: (_, __, context) => closeAccount(context),
  changePassword: (_, { input }, context) => changePassword(context, input),
};

// Who asks is still a visitor to the gateway, and has just shown to be this person.
function asOwn({ account, ...rest }: LoggedIn) {
  return { account: account && { ...account, isOwn: true }, ...rest };
}
