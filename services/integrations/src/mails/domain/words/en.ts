import type { AnyChange, Words } from "./words.ts";

const by = {
  HOST: "the host",
  ATTENDEE: "the attendee",
  ADMIN: "the organization",
  SYSTEM: "nobody",
} as const;

const news: Readonly<Record<AnyChange, string>> = {
  MADE: "Booked",
  REQUESTED: "Asked for",
  CONFIRMED: "Confirmed",
  DECLINED: "Declined",
  RESCHEDULED: "Moved",
  MOVE_REQUESTED: "New time asked for",
  REASSIGNED: "New host",
  TIMES_PROPOSED: "Other times proposed",
  TIMES_DECLINED: "Other times declined",
  INVITED: "Invited",
  UNINVITED: "Not invited any more",
  HANDED_OVER: "No longer yours",
  CANCELLED: "Cancelled",
};

/** The mails in English. */
export const en: Words = {
  language: "en",
  // Day before month and a clock of 24 hours, which readers all over the world take the same way.
  formats: "en-GB",
  greeting: (name) => (name === null ? "Hello," : `Hello ${name},`),
  subject: (change, { title, who, when }) => {
    return `${news[change]}: ${title}${who === null ? "" : ` with ${who}`}, ${when}`;
  },
  heading: (change, title) => `${news[change]}: ${title}`,
  opening: {
    ATTENDEE: (change, who) =>
      ({
        MADE: "Your meeting is booked. It is in the attached calendar file, too.",
        REQUESTED:
          "You have asked for a meeting, and the host has to confirm it. Its time is kept for you until then.",
        CONFIRMED:
          "Your meeting is confirmed and takes place. The attached calendar file says so, too.",
        DECLINED:
          who === "SYSTEM"
            ? "Nobody has confirmed your meeting in time, so it does not take place. The attached calendar file takes it away."
            : "Your meeting was not confirmed and does not take place. The attached calendar file takes it away.",
        RESCHEDULED: "Your meeting has a new time. The attached calendar file moves it.",
        MOVE_REQUESTED:
          "A new time for your meeting was asked for, and the host has to confirm it. It is kept for you until then.",
        REASSIGNED:
          "Another host has your meeting now, at the same time. The attached calendar file says so, too.",
        TIMES_PROPOSED:
          "The host asks whether your meeting can begin at another time. Choose one of the times by the link below, or say no; until then the meeting stays where it is.",
        TIMES_DECLINED:
          "None of the times that you proposed suits the host. The meeting stays where it is.",
        CANCELLED:
          who === null || who === "ATTENDEE"
            ? "Your meeting is cancelled. The attached calendar file takes it away."
            : `Your meeting was cancelled by ${by[who]}. The attached calendar file takes it away.`,
      })[change],
    GUEST: (change) =>
      ({
        INVITED:
          "You are invited to a meeting as a guest. It is in the attached calendar file, too.",
        RESCHEDULED:
          "A meeting that you are invited to has a new time. The attached calendar file moves it.",
        REASSIGNED:
          "A meeting that you are invited to has another host. The attached calendar file says so, too.",
        CANCELLED:
          "A meeting that you were invited to is cancelled. The attached calendar file takes it away.",
        UNINVITED:
          "You are not a guest of this meeting any more. The attached calendar file takes it away.",
      })[change],
    HOST: (change, who) =>
      ({
        MADE: "Somebody has booked a meeting with you. It is in the attached calendar file, too.",
        REQUESTED:
          "Somebody asks for a meeting with you. Its time is kept until you confirm or decline it; if you do neither, it is declined.",
        CONFIRMED: "A meeting with you is confirmed. The attached calendar file says so, too.",
        DECLINED:
          who === "SYSTEM"
            ? "Nobody has confirmed a meeting with you in time, so it is declined. The attached calendar file takes it away."
            : "A meeting with you is declined. The attached calendar file takes it away.",
        RESCHEDULED: "A meeting with you has a new time. The attached calendar file moves it.",
        MOVE_REQUESTED:
          "A new time for a meeting with you is asked for. It is kept until you confirm or decline it; if you do neither, it is declined.",
        REASSIGNED:
          "A meeting with you has another host than before; you are one of its hosts now. The attached calendar file says so, too.",
        HANDED_OVER: "Another host has this meeting now. The attached calendar file takes it away.",
        TIMES_PROPOSED:
          "The attendee asks whether your meeting can begin at another time. Accept one of the times, or decline them; until then the meeting stays where it is.",
        TIMES_DECLINED:
          "None of the times that you proposed suits the attendee. The meeting stays where it is.",
        CANCELLED:
          who === null
            ? "A meeting with you is cancelled. The attached calendar file takes it away."
            : `A meeting with you was cancelled by ${by[who]}. The attached calendar file takes it away.`,
      })[change],
  },
  label: {
    what: "What",
    when: "When",
    where: "Where",
    host: "With",
    attendee: "Who",
    email: "E-mail",
    phone: "Telephone",
    reason: "Reason",
    further: "Also",
    proposed: "Could begin",
    answerBy: "To be confirmed by",
  },
  place: {
    ONLINE: "Online",
    IN_PERSON: "In person",
    HOST_CALLS: "The host calls",
    ATTENDEE_CALLS: "By telephone, the attendee calls",
  },
  summary: ({ title, who }) => (who === null ? title : `${title} – ${who}`),
  visit: {
    action: "See the meeting, or leave it",
    note: "This link is yours alone. A guest that leaves is not invited to this meeting again.",
  },
  manage: {
    action: "See, move or cancel the meeting",
    note: "This link is yours alone: anyone with it can move or cancel the meeting.",
  },
  host: {
    action: "See the booking",
    note: "You log in to see it, and can move or cancel it there.",
  },
  answer: { yes: "Yes", no: "No", none: "–" },
  verification: {
    SIGN_UP: {
      subject: "Confirm your e-mail address",
      opening: "To begin, confirm that this e-mail address is yours.",
      action: "Confirm the address",
      note: "If you did not sign up, do nothing: without the link the account cannot be used.",
    },
    ALREADY_REGISTERED: {
      subject: "You have an account already",
      opening:
        "Somebody, perhaps you, signed up with this e-mail address. It has an account already, which you can log in to as before.",
      action: "Log in",
      note: "If it was not you, do nothing: nobody has been let in and nothing has changed.",
    },

    RECOVERY: {
      subject: "Choose a new password",
      opening: "Somebody, perhaps you, forgot the password of your account.",
      action: "Choose a new password",
      note: "The link works once and for 30 minutes. If it was not you, do nothing: your password stays as it is.",
    },
    LOG_IN: {
      subject: "Your link to log in",
      opening: "Here is the link to log in that you asked for.",
      action: "Log in",
      note: "The link works once and for 15 minutes. If you did not ask for it, do nothing, and pass it on to nobody.",
    },
    EMAIL_CHANGE_OLD: {
      subject: "Your account is to have another e-mail address",
      opening:
        "Somebody who is logged in as you asked for another e-mail address for your account. It changes once you agree here and the new address is confirmed by the mail that went there.",
      action: "Agree to the change",
      note: "If it was not you, do not agree; change your password, which ends all other sessions.",
    },
    EMAIL_CHANGE_NEW: {
      subject: "Confirm your new e-mail address",
      opening:
        "An account is to have this e-mail address. Confirm that it is yours, and agree to the change in the mail that went to the address of now.",
      action: "Confirm the address",
      note: "If you do not know of this, do nothing: nothing changes without the link.",
    },
    PASSWORD_CHANGED: {
      subject: "Your password was changed",
      opening:
        "The password of your account was changed, and all other sessions have ended. If it was you, there is nothing to do.",
      action: "Log in",
      note: "If it was not you, choose “Forgot the password?” where one logs in: the link comes to this address.",
    },
    ACCOUNT_DEACTIVATED: {
      subject: "Your account is out of use",
      opening:
        "Your account was taken out of use, and all sessions have ended. Others do not see your name. Logging in brings everything back, but apps and scripts must be let in anew.",
      action: "Log in",
      note: "If it was not you, log in and choose another password.",
    },
    ACCOUNT_CLOSING: {
      subject: "Your account is closed",
      opening:
        "Your account was closed, and what we hold about you will be erased when the days of grace are over. Until then, logging in opens it again.",
      action: "Log in",
      note: "If it was not you, log in now and choose another password.",
    },
    PERSONAL_TOKEN_MADE: {
      subject: "A token was made for your account",
      opening:
        "A token was made with which scripts act in your name, as far as it was let. If it was you, there is nothing to do.",
      action: "Log in",
      note: "If it was not you, log in, revoke the token and choose another password.",
    },
    CODES_ON: {
      subject: "Log-ins to your account ask for a code now",
      opening:
        "From now on, logging in with your password or a mailed link also asks for a code of your authenticator app. If it was you, keep the recovery codes in a safe place.",
      action: "Log in",
      note: "If it was not you, log in if you still can, remove the app and choose another password; else write to us.",
    },
    CODES_OFF: {
      subject: "Log-ins to your account ask for no code any more",
      opening:
        "The authenticator app was removed: logging in asks for no code any more. If it was you, there is nothing to do.",
      action: "Log in",
      note: "If it was not you, log in and choose another password, which ends all other sessions.",
    },
    RECOVERY_CODE_USED: {
      subject: "A recovery code of your account was used",
      opening:
        "Somebody used one of your recovery codes in the place of a code of your authenticator app. If it was you, there is nothing to do.",
      action: "Log in",
      note: "If it was not you, log in and choose another password, which ends all other sessions, and other recovery codes.",
    },
    RECOVERY_CODES_RENEWED: {
      subject: "Your account has new recovery codes",
      opening:
        "Your account has other recovery codes, and those before do not work any more. If it was you, there is nothing to do.",
      action: "Log in",
      note: "If it was not you, log in and choose another password, which ends all other sessions.",
    },
    PROVIDER_LINKED: {
      subject: "An account elsewhere was linked to yours",
      opening:
        "An account at another service was linked to yours, and logs in to it from now on. If it was you, there is nothing to do.",
      action: "Log in",
      note: "If it was not you, log in, end the link and choose another password, which ends all other sessions.",
    },
    PROVIDER_UNLINKED: {
      subject: "An account elsewhere is not linked to yours any more",
      opening:
        "An account at another service does not log in to yours any more. If it was you, there is nothing to do.",
      action: "Log in",
      note: "If it was not you, log in and choose another password, which ends all other sessions.",
    },
    SUPPORT_ACCESS: {
      subject: "Our support may look at your account",
      opening:
        "Somebody of our support was let look at the data of your account, for an hour at most, because of a ticket. Your account shows for which ticket and why, and there you can end it at once.",
      action: "Log in",
      note: "If you have not written to us, end the access in your account and write to us.",
    },
    APP_SUSPENDED: {
      subject: "An app that your organization approved has changed",
      opening:
        "The company behind an app that your organization approved, or an address that the app sends people to, is another one now. The app gets no protected data of your organization until an owner approves it again.",
      action: "Log in",
      note: "The apps of your organization show what it was approved for. If you do not know the new company or address, do not approve it.",
    },
    PASSKEY_ADDED: {
      subject: "A passkey was added to your account",
      opening:
        "A device was added with which one logs in to your account, without a password. If it was you, there is nothing to do.",
      action: "Log in",
      note: "If it was not you, log in, remove the passkey and choose another password, which ends all other sessions.",
    },
    PASSKEY_REMOVED: {
      subject: "A passkey was removed from your account",
      opening:
        "One of your devices does not log in to your account any more. If it was you, there is nothing to do.",
      action: "Log in",
      note: "If it was not you, log in and choose another password, which ends all other sessions.",
    },
  },
  invitation: {
    subject: (organization) => `You are invited to ${organization}`,
    opening: (organization) => `You are invited to join ${organization}.`,
    action: "Join",
    expires: (when) => `The invitation holds until ${when}.`,
    notYou: "If you do not want to join, do nothing.",
  },
  unnamed: { organization: "an organization", host: "Host" },
  footer: "You get this mail because of what was just done, not because of any list.",
};
