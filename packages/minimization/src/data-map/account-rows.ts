import type { Category } from "../category.ts";
import { hiddenFromAll } from "./hidden-from-all.ts";

/** What Tidbok knows about people with an account, as customers and as hosts. */
// A table is read by its columns.
// prettier-ignore
export const accountRows = {
  ACCOUNT_NAME: {
    key: "user.name",
    description: "The full name of a person with an account.",
    subject: "customer", sensitivity: "personal", source: "provided",
    purposes: [
      "provide.schedule", "provide.notify", "provide.administer", "provide.bill", "provide.integrate",
      "support", "legal", "rights",
    ],
    legalBasis: "contract", retention: "account", erasure: "shred", scope: "members.name:read",
    rules: {
      ...hiddenFromAll, self: "reveal", admin: "reveal", overseer: "reveal",
      support: "mask:initials", partner: "reveal", service: "reveal",
    },
  },
  ACCOUNT_EMAIL: {
    key: "user.contact.email",
    description: "The e-mail address that a person signed up with.",
    subject: "customer", sensitivity: "personal", source: "provided",
    purposes: [
      "provide.schedule", "provide.notify", "provide.administer", "provide.bill", "provide.integrate",
      "support", "security", "legal", "rights",
    ],
    legalBasis: "contract", retention: "account", erasure: "shred", scope: "members.email:read",
    rules: {
      ...hiddenFromAll, self: "reveal", admin: "reveal", overseer: "reveal",
      support: "mask:email", partner: "reveal", service: "reveal",
    },
  },
  HOST_NAME: {
    key: "user.name",
    description: "The name that a host chose to show on booking pages.",
    subject: "host", sensitivity: "personal", source: "provided",
    purposes: [
      "provide.schedule", "provide.notify", "provide.administer", "provide.integrate",
      "support", "legal", "rights",
    ],
    legalBasis: "contract", retention: "account", erasure: "shred", scope: "hosts.name:read",
    rules: {
      ...hiddenFromAll, self: "reveal", anonymous: "reveal", attendee: "reveal", host: "reveal",
      admin: "reveal", overseer: "reveal", member: "reveal", support: "reveal", partner: "reveal", analyst: "hide",
      service: "reveal",
    },
  },
  ACCOUNT_SETTINGS: {
    key: "user.settings",
    description: "The time zone and the language that a person uses the service in.",
    subject: "customer", sensitivity: "personal", source: "provided",
    purposes: ["provide.schedule", "provide.notify", "rights"],
    legalBasis: "contract", retention: "account", erasure: "delete", scope: null,
    rules: { ...hiddenFromAll, self: "reveal", service: "reveal" },
  },
  HOST_SCHEDULE: {
    key: "user.behavior",
    description: "The hours of the week in which a host can be booked, and their time zone.",
    subject: "host", sensitivity: "personal", source: "provided",
    purposes: ["provide.schedule", "provide.administer", "provide.integrate", "rights"],
    legalBasis: "contract", retention: "account", erasure: "delete", scope: "availability:read",
    rules: {
      ...hiddenFromAll, self: "reveal", admin: "reveal", overseer: "reveal", member: "reveal", partner: "reveal",
    },
  },
  HOST_WHEREABOUTS: {
    key: "user.location",
    description:
      "Where a host will be and when not at work: travel, closed dates, holidays, absences and blocked time, and what a host calls schedules and calendar feeds.",
    subject: "host", sensitivity: "protected", source: "provided",
    purposes: ["provide.schedule", "provide.administer", "provide.integrate", "rights"],
    legalBasis: "contract", retention: "account", erasure: "delete", scope: "whereabouts:read",
    rules: { ...hiddenFromAll, self: "reveal", admin: "reveal", overseer: "reveal", partner: "reveal" },
  },
  ABSENCE_REASON: {
    key: "user.content.private",
    description: "What a host wrote about why they are away or keep time free.",
    subject: "host", sensitivity: "protected", source: "provided",
    purposes: ["provide.schedule", "rights"],
    legalBasis: "contract", retention: "account", erasure: "delete", scope: null,
    rules: { ...hiddenFromAll, self: "reveal" },
  },
  CALENDAR_LINK: {
    key: "user.authorization.credentials",
    description: "The secret address at which a person lets calendars read their bookings. It is told once.",
    subject: "host", sensitivity: "protected", source: "derived",
    purposes: ["provide.schedule"],
    legalBasis: "contract", retention: "account", erasure: "delete", scope: null,
    rules: { ...hiddenFromAll, self: "reveal" },
  },
  VERIFICATION_LINK: {
    key: "user.authorization.credentials",
    description: "The link by which a person proves that an e-mail address is theirs. It travels by that e-mail only.",
    subject: "customer", sensitivity: "protected", source: "derived",
    purposes: ["provide.notify"],
    legalBasis: "contract", retention: "session", erasure: "delete", scope: null,
    rules: { ...hiddenFromAll, service: "reveal" },
  },
  SESSION_CREDENTIAL: {
    key: "user.authorization.credentials",
    description: "A token given once, to the person who has just logged in.",
    subject: "customer", sensitivity: "protected", source: "derived",
    purposes: ["provide.schedule", "security"],
    legalBasis: "contract", retention: "session", erasure: "delete", scope: null,
    rules: { ...hiddenFromAll, self: "reveal" },
  },
  CREDENTIAL_INPUT: {
    key: "user.authorization.password",
    description: "A password, code or token that a person sends to prove who they are. It is never answered to anybody.",
    subject: "customer", sensitivity: "secret", source: "provided",
    purposes: ["security"],
    legalBasis: "contract", retention: "session", erasure: "delete", scope: null,
    rules: {
      self: "deny", anonymous: "deny", attendee: "deny", host: "deny", admin: "deny", overseer: "deny",
      member: "deny", support: "deny", partner: "deny", analyst: "deny", service: "deny",
    },
  },
  MEMBERSHIP: {
    key: "user.authorization",
    description: "That a person belongs to an organization, since when, and what they may do in it.",
    subject: "customer", sensitivity: "personal", source: "provided",
    purposes: [
      "provide.schedule", "provide.administer", "provide.bill", "provide.integrate",
      "security", "support", "legal", "rights",
    ],
    legalBasis: "contract", retention: "account", erasure: "unlink", scope: "members:read",
    rules: {
      ...hiddenFromAll, self: "reveal", admin: "reveal", overseer: "reveal", member: "reveal",
      support: "reveal", partner: "reveal", service: "reveal",
    },
  },
  GOVERNANCE_ACT: {
    key: "user.behavior",
    description: "What a person changed in an organization, or had changed about them there, in ids.",
    subject: "customer", sensitivity: "personal", source: "observed",
    purposes: ["provide.schedule", "provide.administer", "security", "legal", "rights"],
    legalBasis: "legitimate interest", retention: "account", erasure: "unlink", scope: null,
    rules: { ...hiddenFromAll, self: "reveal", admin: "reveal", overseer: "reveal" },
  },
  PERSONAL_TOKEN: {
    key: "user.authorization",
    description: "A token that a person made for scripts of their own: what they call it, what it may do, until when, and the day of its last use.",
    subject: "customer", sensitivity: "personal", source: "provided", purposes: ["security", "rights"],
    legalBasis: "contract", retention: "account", erasure: "shred", scope: null, rules: { ...hiddenFromAll, self: "reveal" },
  },
  APP_GRANT: {
    key: "user.authorization",
    description: "What a person let an app do: within which scopes, since when, and the day of its last use.",
    subject: "customer", sensitivity: "personal", source: "provided", purposes: ["security", "rights"],
    legalBasis: "contract", retention: "account", erasure: "delete", scope: null, rules: { ...hiddenFromAll, self: "reveal" },
  },
  LOG_IN_MEANS: {
    key: "user.authorization",
    description: "What a person logs in with beside a password: by which names they call it, and since when and when last it was used.",
    subject: "customer", sensitivity: "personal", source: "provided", purposes: ["security", "rights"],
    legalBasis: "contract", retention: "account", erasure: "shred", scope: null, rules: { ...hiddenFromAll, self: "reveal" },
  },
  SUPPORT_ACCESS: {
    key: "user.behavior",
    description: "That a support agent could look at a person's data: when, for which ticket and why.",
    subject: "customer", sensitivity: "personal", source: "observed", purposes: ["security", "legal", "rights"],
    legalBasis: "legitimate interest", retention: "account", erasure: "unlink", scope: null, rules: { ...hiddenFromAll, self: "reveal" },
  },
  SESSION_ACTIVITY: {
    key: "user.behavior",
    description: "When a person logged in, was last seen, and until when they stay logged in.",
    subject: "customer", sensitivity: "personal", source: "observed", purposes: ["security", "rights"],
    legalBasis: "legitimate interest", retention: "session", erasure: "delete", scope: null,
    rules: { ...hiddenFromAll, self: "reveal", service: "reveal" },
  },
  SESSION_IP: {
    key: "user.device.ip_address",
    description: "The network that a person logged in from: the first part of the IP address, never the whole.",
    subject: "customer", sensitivity: "personal", source: "observed",
    purposes: ["security", "rights"],
    legalBasis: "legitimate interest", retention: "ip", erasure: "delete", scope: null,
    rules: {
      ...hiddenFromAll, self: "mask:network",
      anonymous: "deny", attendee: "deny", host: "deny", admin: "deny", overseer: "deny",
      member: "deny", partner: "deny",
    },
  },
  SESSION_DEVICE: {
    key: "user.device",
    description: "The kind of device and the family of browsers that a person logged in with; no version and no model.",
    subject: "customer", sensitivity: "personal", source: "observed",
    purposes: ["security", "rights"],
    legalBasis: "legitimate interest", retention: "session", erasure: "delete", scope: null,
    rules: {
      ...hiddenFromAll, self: "reveal",
      anonymous: "deny", attendee: "deny", host: "deny", admin: "deny", overseer: "deny",
      member: "deny", partner: "deny",
    },
  },
  POLICY_ACCEPTANCE: {
    key: "user.privacy_preferences",
    description: "Which version of the privacy policy a person accepted, and when.",
    subject: "customer", sensitivity: "personal", source: "provided",
    purposes: ["legal", "rights"],
    legalBasis: "legal obligation", retention: "legal", erasure: "unlink", scope: null,
    rules: { ...hiddenFromAll, self: "reveal", service: "reveal" },
  },
} as const satisfies Readonly<Record<string, Category>>;
