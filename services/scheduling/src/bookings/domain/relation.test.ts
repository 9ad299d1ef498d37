import { anonymous, type Caller } from "@tidbok/domain";
import { expect, test } from "vitest";
import type { Booking } from "./booking.ts";
import { mayKnow, partyOf, relationToAttendee } from "./relation.ts";

const booking: Booking = {
  id: "booking",
  organizationId: "org",
  meetingTypeId: "type",
  state: "CONFIRMED",
  start: 0,
  end: 1,
  sequence: 0,
  location: { kind: "ONLINE", text: null },
  hostIds: ["host", "second"],
  attendeeIds: ["ada", "bob"],
  guestIds: ["gil"],
  createdAt: 0,
  cancelledAt: null,
  cancelledBy: null,
  answerBy: null,
  changeNoticeMinutes: 0,
  seriesId: null,
  noShowAt: null,
};
const ada = { id: "ada", booking, isOwn: false };
const purpose = "provide.schedule";

function account(
  accountId: string,
  role?: "OWNER" | "ADMIN" | "MEMBER",
  organizationId = "org",
): Caller {
  const memberships = role ? [{ organizationId, role }] : [];
  return { kind: "account", accountId, sessionId: "s", isFresh: false, memberships, purpose };
}
function link(attendeeId: string, bookingId = "booking"): Caller {
  return { kind: "attendee", attendeeId, bookingId, purpose };
}
function app(
  accountId: string | null,
  memberships: { organizationId: string; role: "OWNER" | "MEMBER" }[] = [],
): Caller {
  return { kind: "client", clientId: "c", accountId, memberships, scopes: [], purpose };
}
function staff(subjectId: string | null): Caller {
  const grantId = subjectId && "g";
  return { kind: "staff", staffId: "x", grantId, subjectId, purpose: "support" };
}
const service: Caller = { kind: "service", service: "integrations", purpose: "provide.notify" };

test.each([
  ["the attendee by the link", link("ada"), "self", true, "ATTENDEE"],
  ["another attendee of the booking", link("bob"), "participant", true, "ATTENDEE"],
  ["an attendee of another booking", link("ada", "other"), "self", false, null],
  ["a link of nobody", link("eve"), "none", false, null],
  ["the first host", account("host", "MEMBER"), "host", true, "HOST"],
  ["a second host", account("second", "MEMBER"), "host", true, "HOST"],
  ["a host who left the organization", account("second"), "none", false, null],
  ["a host who owns another one now", account("host", "OWNER", "other"), "none", false, null],
  ["a host who is an admin", account("host", "ADMIN"), "host", true, "HOST"],
  ["an owner", account("boss", "OWNER"), "admin", true, "ADMIN"],
  ["an admin", account("boss", "ADMIN"), "admin", true, "ADMIN"],
  ["an admin of another organization", account("boss", "ADMIN", "other"), "none", false, null],
  ["a member", account("peer", "MEMBER"), "none", false, null],
  ["somebody", account("peer"), "none", false, null],
  ["a visitor", anonymous, "none", false, null],
  ["a host's app", app("host", [{ organizationId: "org", role: "MEMBER" }]), "host", true, "HOST"],
  ["an app of a host who left", app("host"), "none", false, null],
  [
    "an owner's app",
    app("boss", [{ organizationId: "org", role: "OWNER" }]),
    "admin",
    true,
    "ADMIN",
  ],
  ["an app of nobody", app(null), "none", false, null],
  ["support with a grant for the attendee", staff("ada"), "self", true, null],
  ["support with a grant for somebody else", staff("eve"), "none", false, null],
  ["support without a grant", staff(null), "none", false, null],
  ["one of our services", service, "none", true, null],
] as const)("%s", (_, caller, relation, knows, party) => {
  expect(relationToAttendee(caller, ada)).toBe(relation);
  expect(mayKnow(caller, booking)).toBe(knows);
  expect(partyOf(caller, booking)).toBe(party);
});

test("who has just made a booking is its attendee to us", () => {
  expect(relationToAttendee(anonymous, { ...ada, isOwn: true })).toBe("self");
});
