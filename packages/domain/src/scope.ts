import type { Caller } from "./caller.ts";

/** What an app may be let to do: in words for the consent page, and which fields of the graph it opens. */
export type ScopeMeaning = {
  readonly en: string;
  readonly sv: string;
  /** Whether it reveals protected data, so that an organization's owner must approve it first. */
  readonly isProtected: boolean;
  /** `Type.field` of the composed graph. A scope without such fields lets categories of the data map through. */
  readonly opens: readonly string[];
};

const data = (en: string, sv: string): ScopeMeaning => ({ en, sv, isProtected: false, opens: [] });
const protectedData = (en: string, sv: string): ScopeMeaning => ({
  ...data(en, sv),
  isProtected: true,
});

// A table is read by its columns.
// prettier-ignore
const table = {
  "profile:read": {
    en: "See who you are: your account and which organizations you belong to",
    sv: "Se vem du är: ditt konto och vilka organisationer du tillhör",
    isProtected: false,
    opens: ["Query.me"],
  },
  "bookings:read": {
    en: "See your bookings: when, what and with which host",
    sv: "Se dina bokningar: när, vad och med vilken värd",
    isProtected: false,
    opens: ["Query.booking", "Query.hostedBookings", "Organization.bookings", "Organization.bookingStatistics"],
  },
  "bookings:write": {
    en: "Book, move and cancel meetings for you",
    sv: "Boka, flytta och avboka möten åt dig",
    isProtected: false,
    opens: [
      "Mutation.holdSlot", "Mutation.releaseHold", "Mutation.bookMeeting", "Mutation.openBookingLink", "Mutation.route",
      "Mutation.bookSeries", "Mutation.rescheduleBooking", "Mutation.cancelBooking",
    ],
  },
  "availability:read": {
    en: "See your opening hours and when you can be booked",
    sv: "Se dina öppettider och när du kan bokas",
    isProtected: false,
    opens: ["MeetingType.slots", "Organization.schedules"],
  },
  "availability:write": {
    en: "Make and change your opening hours",
    sv: "Skapa och ändra dina öppettider",
    isProtected: false,
    opens: ["Mutation.createSchedule", "Mutation.updateSchedule"],
  },
  "meeting-types:write": {
    en: "Make and change the kinds of meetings that you offer",
    sv: "Skapa och ändra de mötestyper som du erbjuder",
    isProtected: false,
    opens: [
      "Mutation.createMeetingType", "Mutation.updateMeetingType",
      "Mutation.createBookingLink", "Mutation.revokeBookingLink",
      "Mutation.createRoutingForm", "Mutation.updateRoutingForm", "Mutation.deleteRoutingForm",
    ],
  },
  "members:read": {
    en: "See who belongs to your organizations, and as what",
    sv: "Se vilka som tillhör dina organisationer, och i vilken roll",
    isProtected: false,
    opens: ["Organization.members"],
  },
  "members.name:read": data("See the full names of members that you can see", "Se fullständiga namn på medlemmar som du kan se"),
  "members.email:read": data("See the e-mail addresses of members that you can see", "Se e-postadresser till medlemmar som du kan se"),
  "hosts.name:read": data("See the names that hosts show", "Se de namn som värdar visar"),
  "attendees.name:read": protectedData("See the names of people who book with you", "Se namn på dem som bokar hos dig"),
  "attendees.email:read": protectedData("See the e-mail addresses of people who book with you", "Se e-postadresser till dem som bokar hos dig"),
  "attendees.phone:read": protectedData("See the telephone numbers of people who book with you", "Se telefonnummer till dem som bokar hos dig"),
  "attendees.answers:read": protectedData("See what people answered when they booked with you", "Se vad folk svarade när de bokade hos dig"),
  "attendees.settings:read": data("See the time zone and language of people who book with you", "Se tidszon och språk för dem som bokar hos dig"),
} as const satisfies Readonly<Record<string, ScopeMeaning>>;

/** The name of a scope, as tokens carry it. */
export type Scope = keyof typeof table;

/**
 * All scopes: one vocabulary for consent, tokens, the data map and what the graph opens. A field of
 * Query or Mutation that no scope opens is closed to apps, unless it is one of `openToApps`.
 */
export const scopes: Readonly<Record<Scope, ScopeMeaning>> = table;

/** Every scope's name, in the order in which people are asked. */
export const scopeNames = Object.keys(table) as readonly Scope[];

/** Fields of Query that are public, and so an app's as well. */
export const openToApps: readonly string[] = [
  "Query.organization",
  "Query.organizationById",
  "Query.meetingType",
  "Query.routingForm",
  "Query.app",
  "Query.policy",
  "Query.policies",
  "Query.policyByHash",
  "Query.collectedData",
];

const scopeOf = new Map<string, Scope>(
  scopeNames.flatMap((scope) => scopes[scope].opens.map((coordinate) => [coordinate, scope])),
);

/** Whether this is the name of a scope. */
export function isScope(name: string): name is Scope {
  return Object.hasOwn(table, name);
}

/** Whether the scope reveals protected data; false for what is no scope. */
export function isProtectedScope(name: string): boolean {
  return isScope(name) && scopes[name].isProtected;
}

/** What stands between a caller and a field: the scope that it lacks, `closed` for a field that no app may use, or null. */
export function scopeObstacle(caller: Caller, coordinate: string): Scope | "closed" | null {
  if (caller.kind !== "client") return null;
  const scope = scopeOf.get(coordinate);
  if (scope !== undefined) return caller.scopes.includes(scope) ? null : scope;
  const isRoot = coordinate.startsWith("Query.") || coordinate.startsWith("Mutation.");
  return isRoot && !openToApps.includes(coordinate) ? "closed" : null;
}
