import { anonymous, newId, type Caller, type Role } from "@tidbok/domain";
import { expect, test } from "vitest";
import { maySeeDeliveries, maySeeGuestDeliveries } from "./may-see-deliveries.ts";

const organizationId = newId();
const hostId = newId();
const booking = { organizationId, hostIds: [hostId] };

function account(accountId: string, role: Role | null, where = organizationId): Caller {
  const memberships = role === null ? [] : [{ organizationId: where, role }];
  return {
    kind: "account",
    accountId,
    sessionId: newId(),
    isFresh: true,
    memberships,
    purpose: "provide.schedule",
  };
}

test.each([
  ["the host", account(hostId, "MEMBER"), true],
  ["an owner", account(newId(), "OWNER"), true],
  ["an admin", account(newId(), "ADMIN"), true],
  ["another member", account(newId(), "MEMBER"), false],
  ["a host who has left the organization", account(hostId, null), false],
  ["an admin of another organization", account(newId(), "ADMIN", newId()), false],
  ["a visitor", anonymous, false],
  [
    "the attendee",
    { kind: "attendee", attendeeId: newId(), bookingId: newId(), purpose: "provide.schedule" },
    false,
  ],
] as const)("%s: %#", (who, caller, may) => {
  expect(maySeeDeliveries(caller, booking)).toBe(may);
  expect(maySeeGuestDeliveries(caller, booking)).toBe(who === "the host");
});
