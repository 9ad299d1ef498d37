import { randomInt } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { ask, type Answer } from "./support/ask.ts";
import { attemptAt, book, type Booked } from "./support/bookings.ts";
import { createOrganization, offerMeeting, openSlots } from "./support/offers.ts";
import { invite, register, type Person } from "./support/people.ts";

// The plan of an operation is made once and kept. Made for one caller it must serve nobody who may
// learn less, or more: the same text under the same name, asked by all of them in any order.
type Asker = { readonly token: string | undefined; readonly right: Answer };
const askers: Record<string, Asker> = {};
let booked: Booked;
let other: Booked;

const query = `query TheSame($id: ID!, $deep: Boolean! = true) {
  me { id name email }
  booking(id: $id) { id startAt
    host { displayName email }
    attendees { id name alias: email ...More @include(if: $deep) } } }
  fragment More on Attendee { phone timeZone answers { text } manageUrl cancellationReason }`;

beforeAll(async () => {
  const owner = await register("Petra");
  const host = await register("Pelle");
  const member = await register("Paulina");
  const stranger = await register("Peder");
  const organization = await createOrganization(owner);
  for (const person of [host, member]) {
    await invite({ by: owner, organizationId: organization.id, role: "MEMBER" }, person);
  }
  const meetingType = await offerMeeting(host, organization.id);
  const [slot = "", next = ""] = await openSlots(meetingType.id);
  const { attendee, input } = attemptAt({ meetingType }, slot);
  booked = await book({
    input: { ...input, answers: [{ questionId: meetingType.questions[0]?.id, text: "Plans" }] },
  });
  other = await book(attemptAt({ meetingType }, next));

  const me = ({ accountId, name, email }: Person) => ({ id: accountId, name, email });
  const full = {
    name: attendee.name,
    alias: attendee.email,
    phone: null,
    timeZone: "Europe/Helsinki",
    answers: [{ text: "Plans" }],
    cancellationReason: null,
  };
  const nothing = {
    name: null,
    alias: null,
    phone: null,
    timeZone: null,
    answers: null,
    cancellationReason: null,
    manageUrl: null,
  };
  const link = expect.stringContaining(booked.manageToken) as string;
  askers["host"] = {
    token: host.token,
    right: seen(me(host), {
      host: { displayName: host.name, email: host.email },
      attendee: { ...full, manageUrl: null },
    }),
  };
  askers["owner"] = {
    token: owner.token,
    right: seen(me(owner), {
      host: { displayName: host.name, email: host.email },
      attendee: nothing,
    }),
  };
  askers["attendee"] = {
    token: booked.manageToken,
    right: seen(null, {
      host: { displayName: host.name, email: null },
      attendee: { ...full, manageUrl: link },
    }),
  };
  askers["visitor"] = { token: undefined, right: { data: { me: null, booking: null } } };
  askers["another attendee"] = {
    token: other.manageToken,
    right: { data: { me: null, booking: null } },
  };
  askers["stranger"] = {
    token: stranger.token,
    right: { data: { me: me(stranger), booking: null } },
  };
  askers["member"] = { token: member.token, right: { data: { me: me(member), booking: null } } };
});

function seen(me: unknown, { host, attendee }: { host: unknown; attendee: object }): Answer {
  const { startAt, id } = booked;
  return {
    data: {
      me,
      booking: {
        id,
        startAt,
        host,
        attendees: [{ id: expect.any(String) as string, ...attendee }],
      },
    },
  };
}

// What each was told of what was withheld, when nobody else had asked yet.
const told = new Map<string, string>();

async function isRight(name: string, text: string): Promise<void> {
  const { token, right } = askers[name] ?? {};
  const { data, errors, extensions } = await ask({
    query: text,
    variables: { id: booked.id },
    ...(token && { token }),
  });
  expect({ name, errors, data }).toEqual({ name, errors: undefined, data: right?.data });
  const withheld = withheldIn(extensions?.privacy?.withheld);
  told.set(name, told.get(name) ?? withheld);
  expect({ name, withheld }).toEqual({ name, withheld: told.get(name) });
}

function withheldIn(list: unknown): string {
  const entries = Array.isArray(list) ? list : [list];
  return entries
    .map((entry) => JSON.stringify(entry))
    .toSorted()
    .join();
}

// Another text each time, so that each order meets a cache that knows nothing of it.
let texts = 0;
const fresh = () => query.replace("TheSame", `TheSame${texts++}`);

test("asked alone, each gets what is theirs and is told what is withheld", async () => {
  for (const name of Object.keys(askers)) await isRight(name, fresh());
  expect(told.get("owner")).toContain("Attendee.email");
  expect(told.get("host")).not.toContain("Attendee.email");
  expect(told.get("visitor")).not.toContain("Attendee");
});

test("whoever asks first, everybody gets what is theirs", async () => {
  const names = Object.keys(askers);
  for (const first of names) {
    const text = fresh();
    for (const name of [first, ...names, first]) await isRight(name, text);
  }
});

test("asked by all at once, while no plan is made yet and after", async () => {
  for (let round = 0; round < 5; round++) {
    const text = fresh();
    const many = Array.from({ length: 4 }, () => shuffled(Object.keys(askers))).flat();
    await Promise.all(many.map((name) => isRight(name, text)));
  }
});

test("an operation without a name, and one in whose text another stands too", async () => {
  const unnamed = query.replace("TheSame", "");
  await Promise.all(
    shuffled([...Object.keys(askers), ...Object.keys(askers)]).map((name) =>
      isRight(name, unnamed),
    ),
  );
});

function shuffled<T>(list: readonly T[]): T[] {
  const rest = [...list];
  return Array.from({ length: list.length }, () => rest.splice(randomInt(rest.length), 1)[0] as T);
}
