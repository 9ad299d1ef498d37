import type { Resolvers } from "@tidbok/service";
import { acceptInvitation } from "../organizations/actions/accept-invitation.ts";
import { approveApp } from "../apps/actions/approve-app.ts";
import { beginAuthenticator } from "../second-step/actions/begin-authenticator.ts";
import { beginPasskeyConfirmation } from "../passkeys/actions/begin-passkey-confirmation.ts";
import { beginPasskeyLogIn } from "../passkeys/actions/begin-passkey-log-in.ts";
import { beginPasskeyRegistration } from "../passkeys/actions/begin-passkey-registration.ts";
import { beginStaffEnrolment } from "../support/actions/begin-staff-enrolment.ts";
import { changeMemberRole } from "../organizations/actions/change-member-role.ts";
import { changePassword } from "../log-in/actions/change-password.ts";
import { closeAccount } from "../leaving/actions/close-account.ts";
import { confirmEmailChange } from "../accounts/actions/confirm-email-change.ts";
import { confirmAuthenticator } from "../second-step/actions/confirm-authenticator.ts";
import { confirmPasskey } from "../passkeys/actions/confirm-passkey.ts";
import { confirmPassword } from "../log-in/actions/confirm-password.ts";
import { createOrganization } from "../organizations/actions/create-organization.ts";
import { createPersonalToken } from "../personal-tokens/actions/create-personal-token.ts";
import { deleteApp } from "../apps/actions/delete-app.ts";
import { deactivateAccount } from "../leaving/actions/deactivate-account.ts";
import { endOtherSessions } from "../sessions/actions/end-other-sessions.ts";
import { endSession } from "../sessions/actions/end-session.ts";
import { hideAttendeesFromAdmins } from "../organizations/actions/hide-attendees-from-admins.ts";
import { endSupportAccess } from "../support/actions/end-support-access.ts";
import { finishLogIn } from "../log-in/actions/finish-log-in.ts";
import { finishStaffEnrolment } from "../support/actions/finish-staff-enrolment.ts";
import { inviteMember } from "../organizations/actions/invite-member.ts";
import type { LoggedIn } from "../log-in/actions/begin-session.ts";
import { logIn } from "../log-in/actions/log-in.ts";
import { logInByLink } from "../log-in/actions/log-in-by-link.ts";
import { logInByPasskey } from "../log-in/actions/log-in-by-passkey.ts";
import { logOut } from "../log-in/actions/log-out.ts";
import { openSupportAccess } from "../support/actions/open-support-access.ts";
import { readmitApp } from "../apps/actions/readmit-app.ts";
import { refreshSession } from "../sessions/actions/refresh-session.ts";
import { registerApp } from "../apps/actions/register-app.ts";
import { registerPasskey } from "../passkeys/actions/register-passkey.ts";
import { removeAuthenticator } from "../second-step/actions/remove-authenticator.ts";
import { removeOrganizationLogo } from "../organizations/actions/remove-organization-logo.ts";
import { removeMember } from "../organizations/actions/remove-member.ts";
import { removePasskey } from "../passkeys/actions/remove-passkey.ts";
import { renamePasskey } from "../passkeys/actions/rename-passkey.ts";
import { renewRecoveryCodes } from "../second-step/actions/renew-recovery-codes.ts";
import { requestEmailChange } from "../accounts/actions/request-email-change.ts";
import { requestLogInLink } from "../log-in/actions/request-log-in-link.ts";
import { requestProviderLink } from "../providers/actions/request-provider-link.ts";
import { requestRecovery } from "../log-in/actions/request-recovery.ts";
import { resendVerification } from "../accounts/actions/resend-verification.ts";
import { resetPassword } from "../log-in/actions/reset-password.ts";
import { revokeAccess } from "../apps/actions/revoke-access.ts";
import { revokePersonalToken } from "../personal-tokens/actions/revoke-personal-token.ts";
import { rotateAppSecret } from "../apps/actions/rotate-app-secret.ts";
import { showAttendeesToAdmins } from "../organizations/actions/show-attendees-to-admins.ts";
import { setOrganizationLogo } from "../organizations/actions/set-organization-logo.ts";
import { shutOutApp } from "../apps/actions/shut-out-app.ts";
import { signUp } from "../accounts/actions/sign-up.ts";
import { unlinkProvider } from "../providers/actions/unlink-provider.ts";
import { updateApp } from "../apps/actions/update-app.ts";
import { transferOwnership } from "../organizations/actions/transfer-ownership.ts";
import { updateOrganization } from "../organizations/actions/update-organization.ts";
import { updateProfile } from "../accounts/actions/update-profile.ts";
import { verifyEmail } from "../accounts/actions/verify-email.ts";
import { withdrawInvitation } from "../organizations/actions/withdraw-invitation.ts";
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
