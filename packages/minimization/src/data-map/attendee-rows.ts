import type { Category } from "../category.ts";
import { hiddenFromAll } from "./hidden-from-all.ts";

/** What Tidbok knows about attendees, with or without an account. */
// A table is read by its columns.
// prettier-ignore
export const attendeeRows = {
  // Of guests, too. What a caller is to a guest: services/scheduling/src/bookings/domain/guest.ts; when an admin is an
  // overseer: relations.ts of that service.
  ATTENDEE_NAME: {
    key: "user.name",
    description: "The name that an attendee gave when booking.",
    subject: "attendee", sensitivity: "protected", source: "provided",
    purposes: ["provide.schedule", "provide.notify", "provide.integrate", "support", "legal", "rights"],
    legalBasis: "contract", retention: "booking", erasure: "shred", scope: "attendees.name:read",
    rules: {
      ...hiddenFromAll, self: "reveal", host: "reveal", overseer: "reveal",
      support: "mask:initials", partner: "reveal", service: "reveal",
    },
  },
  FELLOW_NAME: {
    key: "user.name",
    description: "The first name of an attendee, for the others who attend the same meeting where its host shows them to each other.",
    subject: "attendee", sensitivity: "protected", source: "provided",
    purposes: ["provide.schedule", "rights"],
    legalBasis: "contract", retention: "booking", erasure: "shred", scope: null,
    rules: { ...hiddenFromAll, attendee: "mask:firstName" },
  },
  ATTENDEE_EMAIL: {
    key: "user.contact.email",
    description: "The e-mail address that an attendee gave when booking.",
    subject: "attendee", sensitivity: "protected", source: "provided",
    purposes: ["provide.schedule", "provide.notify", "provide.integrate", "support", "legal", "rights"],
    legalBasis: "contract", retention: "booking", erasure: "shred", scope: "attendees.email:read",
    rules: {
      ...hiddenFromAll, self: "reveal", host: "reveal", overseer: "reveal",
      support: "mask:email", partner: "reveal", service: "reveal",
    },
  },
  ATTENDEE_PHONE: {
    key: "user.contact.phone_number",
    description: "The telephone number that an attendee gave where the meeting type asks for one.",
    subject: "attendee", sensitivity: "protected", source: "provided",
    purposes: ["provide.schedule", "provide.notify", "provide.integrate", "support", "legal", "rights"],
    legalBasis: "contract", retention: "booking", erasure: "shred", scope: "attendees.phone:read",
    rules: { ...hiddenFromAll, self: "reveal", host: "reveal", support: "mask:phone", partner: "reveal", service: "reveal" },
  },
  ATTENDEE_ANSWER: {
    key: "user.content.private",
    description: "What an attendee answered to the questions of a meeting type.",
    subject: "attendee", sensitivity: "protected", source: "provided",
    purposes: ["provide.schedule", "provide.notify", "provide.integrate", "legal", "rights"],
    legalBasis: "contract", retention: "booking", erasure: "shred", scope: "attendees.answers:read",
    rules: { ...hiddenFromAll, self: "reveal", host: "reveal", partner: "reveal", service: "reveal" },
  },
  ATTENDEE_TIME_ZONE: {
    key: "user.settings",
    description: "The time zone that an attendee booked in.",
    subject: "attendee", sensitivity: "personal", source: "provided",
    purposes: ["provide.schedule", "provide.notify", "provide.integrate", "rights"],
    legalBasis: "contract", retention: "booking", erasure: "delete", scope: "attendees.settings:read",
    rules: { ...hiddenFromAll, self: "reveal", host: "reveal", partner: "reveal", service: "reveal" },
  },
  ATTENDEE_LOCALE: {
    key: "user.demographic.language",
    description: "The language that an attendee booked in.",
    subject: "attendee", sensitivity: "personal", source: "provided",
    purposes: ["provide.schedule", "provide.notify", "provide.integrate", "rights"],
    legalBasis: "contract", retention: "booking", erasure: "delete", scope: "attendees.settings:read",
    rules: { ...hiddenFromAll, self: "reveal", host: "reveal", partner: "reveal", service: "reveal" },
  },
  BOOKING_NOTE: {
    key: "user.content.private",
    description: "What a host noted about an attendee, for themselves alone. The attendee gets it in an export, without who wrote it.",
    subject: "attendee", sensitivity: "protected", source: "observed",
    purposes: ["provide.schedule", "rights"],
    legalBasis: "legitimate interest", retention: "booking", erasure: "shred", scope: null,
    rules: { ...hiddenFromAll, host: "reveal" },
  },
  CANCELLATION_REASON: {
    key: "user.content.private",
    description: "What a person wrote when cancelling or moving a booking.",
    subject: "attendee", sensitivity: "protected", source: "provided",
    purposes: ["provide.schedule", "provide.notify", "legal", "rights"],
    legalBasis: "contract", retention: "booking", erasure: "shred", scope: null,
    rules: { ...hiddenFromAll, self: "reveal", host: "reveal", service: "reveal" },
  },
  MANAGE_LINK: {
    key: "user.authorization.credentials",
    description: "The private link by which an attendee sees, moves and cancels a booking.",
    subject: "attendee", sensitivity: "protected", source: "derived",
    purposes: ["provide.notify"],
    legalBasis: "contract", retention: "booking", erasure: "delete", scope: null,
    rules: { ...hiddenFromAll, self: "reveal", service: "reveal" },
  },
} as const satisfies Readonly<Record<string, Category>>;
