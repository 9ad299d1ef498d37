import { newId, type Caller, type Role } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bookingAnswer, guestAnswer, hostAnswer } from "./support/answers.ts";
import { startIntegrations } from "./support/running.ts";

const running = await startIntegrations();
afterAll(() => running.stop());

const host = hostAnswer({ email: "hanna@example.org" });
const guests = ["gil@example.net", "gus@example.net"].map(guestAnswer);
const booking = bookingAnswer({ hosts: [host], guests });
const organizationId = running.organizationOf(booking);

beforeAll(async () => {
  running.knows(booking);
  await running.tellMade(booking);
  const added = guestAnswer("later@example.net");
  running.knows({ ...booking, guests: [...guests, added] });
  await running.tellInvited(booking, [added.id]);
  await eventually(async () => (await running.deliveries({ aboutId: booking.id })).length === 5);
});

function account(role: Role, accountId = newId()): Caller {
  return {
    kind: "account",
    accountId,
    sessionId: newId(),
    isFresh: true,
    memberships: [{ organizationId, role }],
    purpose: "provide.schedule",
  };
}

/** The kinds of recipients, read page by page. */
async function recipientsOf(
  caller: Caller,
  { of, args = "" }: { of: "Booking" | "Organization"; args?: string },
) {
  const id = of === "Booking" ? booking.id : organizationId;
  const kinds: string[] = [];
  let after = "";
  for (;;) {
    const { data } = await running.ask(caller, {
      query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${of} {
        deliveries(first: 1${after}${args}) { nodes { recipientKind } pageInfo { hasNextPage endCursor } } } } }`,
      variables: { of: [{ __typename: of, id }] },
    });
    const { nodes, pageInfo } = data._entities[0].deliveries;
    kinds.push(...nodes.map((node: { recipientKind: string }) => node.recipientKind));
    if (!pageInfo.hasNextPage) return kinds.toSorted();
    after = `, after: "${pageInfo.endCursor}"`;
  }
}

test("mails to guests are listed for the hosts of the booking in person, on pages without gaps", async () => {
  const all = ["ATTENDEE", "GUEST", "GUEST", "GUEST", "HOST"];
  expect(await recipientsOf(account("MEMBER", host.id), { of: "Booking" })).toEqual(all);
  expect(await recipientsOf(account("ADMIN", host.id), { of: "Booking" })).toEqual(all);
});

test("an admin that adds a guest reads from no delivery whether the address takes part already", async () => {
  for (const caller of [account("ADMIN"), account("OWNER")]) {
    expect(await recipientsOf(caller, { of: "Booking" })).toEqual(["ATTENDEE", "HOST"]);
  }
  for (const caller of [account("ADMIN"), account("OWNER", host.id)]) {
    expect(await recipientsOf(caller, { of: "Organization" })).toEqual(["ATTENDEE", "HOST"]);
    const args = ", filter: { kind: BOOKING_GUEST_INVITED }";
    expect(await recipientsOf(caller, { of: "Organization", args })).toEqual([]);
  }
});
