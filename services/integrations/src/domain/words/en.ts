import type { Words } from "./words.ts";

const by = { HOST: "the host", ATTENDEE: "the attendee", ADMIN: "the organization" } as const;

/** The mails in English. */
export const en: Words = {
  language: "en",
  // Day before month and a clock of 24 hours, which readers all over the world take the same way.
  formats: "en-GB",
  greeting: (name) => (name === null ? "Hello," : `Hello ${name},`),
  subject: (change, { title, who, when }) => {
    const news = { MADE: "Booked", RESCHEDULED: "Moved", CANCELLED: "Cancelled" }[change];
    return `${news}: ${title}${who === null ? "" : ` with ${who}`}, ${when}`;
  },
  opening: {
    ATTENDEE: (change, who) =>
      ({
        MADE: "Your meeting is booked. It is in the attached calendar file, too.",
        RESCHEDULED: "Your meeting has a new time. The attached calendar file moves it.",
        CANCELLED:
          who === null || who === "ATTENDEE"
            ? "Your meeting is cancelled. The attached calendar file takes it away."
            : `Your meeting was cancelled by ${by[who]}. The attached calendar file takes it away.`,
      })[change],
    HOST: (change, who) =>
      ({
        MADE: "Somebody has booked a meeting with you. It is in the attached calendar file, too.",
        RESCHEDULED: "A meeting with you has a new time. The attached calendar file moves it.",
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
  },
  place: {
    ONLINE: "Online",
    IN_PERSON: "In person",
    HOST_CALLS: "The host calls",
    ATTENDEE_CALLS: "By telephone, the attendee calls",
  },
  summary: ({ title, who }) => (who === null ? title : `${title} – ${who}`),
  manage: {
    action: "See, move or cancel the meeting",
    note: "This link is yours alone: whoever has it can move or cancel the meeting.",
  },
  answer: { yes: "Yes", no: "No", none: "–" },
  signUp: {
    subject: "Confirm your e-mail address",
    opening: "To begin, confirm that this e-mail address is yours.",
    action: "Confirm the address",
    note: "If you did not sign up, do nothing: without the link the account cannot be used.",
  },
  alreadyRegistered: {
    subject: "You have an account already",
    opening:
      "Somebody, perhaps you, signed up with this e-mail address. It has an account already, which you can log in to as before.",
    action: "Log in",
    note: "If it was not you, do nothing: nobody has been let in and nothing has changed.",
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
