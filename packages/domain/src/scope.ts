import { isMemberOf, type Caller } from "./caller.ts";
import { openToApps } from "./open-to-apps.ts";
import { openToResearch } from "./open-to-research.ts";

/** What an app may be let to do: in words for the consent page, and which fields of the graph it opens. */
export type ScopeMeaning = {
  readonly en: string;
  readonly sv: string;
  /** Whether it reveals protected data, so that an organization's owner must approve it first. */
  readonly isProtected: boolean;
  /**
   * `Type.field` of the composed graph, or a type for all of its fields. A scope without such names lets categories of
   * the data map through.
   */
  readonly opens: readonly string[];
};

const data = (en: string, sv: string): ScopeMeaning => ({ en, sv, isProtected: false, opens: [] });
const protectedData = (en: string, sv: string): ScopeMeaning => ({
  ...data(en, sv),
  isProtected: true,
});

// What both an app that books and an app that reads bookings see of a booking.
// prettier-ignore
const booking = [
  "Booking.id", "Booking.state", "Booking.startAt", "Booking.endAt", "Booking.meetingType", "Booking.organization",
  "Booking.host", "Booking.hosts", "Booking.occurrence", "Booking.guests", "Booking.attendees", "Booking.location",
  "Booking.createdAt", "Booking.changedAt", "Booking.sequence", "Booking.cancellation", "Booking.changeNoticeMinutes",
  "Booking.answerBy", "Booking.series", "Booking.proposal",
  "Attendee.id", "Answer.attendeeId", "Answer.question", "Guest", "GuestLink", "Occurrence", "Cancellation", "Series",
  "Proposal",
];
// prettier-ignore
const schedule = [
  "Schedule", "ScheduleProblem", "WeeklyHours", "DateOverride", "Hours", "Travel", "PublicHoliday",
];
// prettier-ignore
const linksAndForms = [
  "BookingLink", "RoutingForm.rules", "RoutingForm.fallback", "RoutingRule", "RoutingCondition", "RoutingTarget",
];

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
    opens: [
      "Query.booking", "Query.hostedBookings", "Organization.bookings", "Organization.bookingStatistics",
      ...booking, "Booking.history", "Booking.missingHosts", "Booking.whyHost", "Booking.formerHosts",
      "BookingConnection", "BookingEdge", "BookingChange", "BookingChangeConnection", "BookingChangeEdge",
      "HostChoice", "HostStanding", "BookingStatistics", "BookingFigures", "BookingFiguresGroup",
    ],
  },
  "bookings:write": {
    en: "Book, move and cancel meetings for you",
    sv: "Boka, flytta och avboka möten åt dig",
    isProtected: false,
    opens: [
      "Mutation.holdSlot", "Mutation.releaseHold", "Mutation.bookMeeting", "Mutation.openBookingLink", "Mutation.route",
      "Mutation.bookSeries", "Mutation.rescheduleBooking", "Mutation.cancelBooking",
      ...booking, "BookMeetingPayload", "BookSeriesPayload", "SeriesGap", "Hold", "OpenedBookingLink", "Route",
    ],
  },
  "availability:read": {
    en: "See your opening hours and your limits on bookings",
    sv: "Se dina öppettider och dina gränser för bokningar",
    isProtected: false,
    opens: [
      "Organization.schedules", "Organization.hostLimits", "MeetingTypeHost.schedule",
      ...schedule, "ScheduleConnection", "ScheduleEdge",
    ],
  },
  "whereabouts:read": protectedData(
    "See when you are away, where you travel and how you call your schedules",
    "Se när du är borta, vart du reser och vad du kallar dina scheman",
  ),
  "availability:write": {
    en: "Make and change your opening hours",
    sv: "Skapa och ändra dina öppettider",
    isProtected: false,
    opens: ["Mutation.createSchedule", "Mutation.updateSchedule", ...schedule],
  },
  "meeting-types:read": {
    en: "See all kinds of meetings of your organizations, the hidden ones too, with their links and rules",
    sv: "Se alla mötestyper i dina organisationer, även de dolda, med deras länkar och regler",
    isProtected: false,
    opens: [
      "MeetingTypeHost.priority", "MeetingTypeHost.weight", "MeetingTypeHost.group", "MeetingTypeHost.isMissing",
      "MeetingType.bookingLinks", "BookingLinkConnection", "BookingLinkEdge",
      "Organization.routingForms", "RoutingFormConnection", "RoutingFormEdge", ...linksAndForms,
    ],
  },
  "meeting-types:write": {
    en: "Make and change the kinds of meetings that you offer",
    sv: "Skapa och ändra de mötestyper som du erbjuder",
    isProtected: false,
    opens: [
      "Mutation.createMeetingType", "Mutation.updateMeetingType",
      "Mutation.createBookingLink", "Mutation.revokeBookingLink",
      "Mutation.createRoutingForm", "Mutation.updateRoutingForm", "Mutation.deleteRoutingForm",
      "CreateBookingLinkPayload", ...linksAndForms,
    ],
  },
  "members:read": {
    en: "See who belongs to your organizations, and as what",
    sv: "Se vilka som tillhör dina organisationer, och i vilken roll",
    isProtected: false,
    opens: ["Organization.members", "Membership.id", "Membership.accountId", "MembershipConnection", "MembershipEdge"],
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

/** All scopes: one vocabulary for consent, tokens, the data map and what the graph opens. */
export const scopes: Readonly<Record<Scope, ScopeMeaning>> = table;

/** Every scope's name, in the order in which people are asked. */
export const scopeNames = Object.keys(table) as readonly Scope[];

const open = new Set(openToApps);
const scopesOf = new Map<string, Scope[]>();
for (const scope of scopeNames) {
  for (const name of scopes[scope].opens) {
    scopesOf.set(name, [...(scopesOf.get(name) ?? []), scope]);
  }
}

/** Whether this is the name of a scope. */
export function isScope(name: string): name is Scope {
  return Object.hasOwn(table, name);
}

/** Whether the scope reveals protected data; false for what is no scope. */
export function isProtectedScope(name: string): boolean {
  return isScope(name) && scopes[name].isProtected;
}

/**
 * What stands between a caller and a field that the data map does not decide about: a scope that it lacks, `closed` for
 * a field that no app may use, or null. To apps everything is closed that neither a scope nor `openToApps` names. An app
 * for research gets figures only, whatever its scopes are.
 */
export function scopeObstacle(caller: Caller, coordinate: string): Scope | "closed" | null {
  if (caller.kind !== "client") return null;
  // A `nodeId` is the `id` in another spelling.
  if (coordinate !== "Node.nodeId" && coordinate.endsWith(".nodeId"))
    return scopeObstacle(caller, coordinate.replace(/nodeId$/, "id"));
  const names = [coordinate, coordinate.split(".")[0] ?? ""];
  if (caller.purpose === "research" && !names.some((name) => openToResearch.has(name)))
    return "closed";
  if (names.some((name) => open.has(name))) return null;
  const openedBy = names.flatMap((name) => scopesOf.get(name) ?? []);
  return openedBy.some((scope) => holds(caller, scope)) ? null : (openedBy[0] ?? "closed");
}

/** Whether the caller may read what members of the organization read. An app needs the scope for it. */
export function readsAsMember(
  caller: Caller,
  { organizationId, scope }: { readonly organizationId: string; readonly scope: Scope },
): boolean {
  return isMemberOf(caller, organizationId) && (caller.kind !== "client" || holds(caller, scope));
}

function holds(app: Extract<Caller, { kind: "client" }>, scope: Scope): boolean {
  return app.scopes.includes(scope);
}
