import { readFileSync } from "node:fs";
import { anonymous, newId, type Caller } from "@tidbok/domain";
import type { Answer } from "@tidbok/testing";
import {
  buildASTSchema,
  getNamedType,
  isInputObjectType,
  parse,
  print,
  type GraphQLArgument,
  type GraphQLInputField,
} from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { csv, row, send } from "./support/imports.ts";
import {
  ada,
  attendeeOf,
  book,
  bookingInput,
  cancelQuery,
  offerMeeting,
  organization,
} from "./support/operations.ts";
import { expectSound } from "./support/sound.ts";
import { account, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

// A caller that may not read the addresses of a booking guesses one. For each mutation of the whole graph that takes an
// address, a right guess has the same answer, history and effect as a wrong one. Mutations that take ids are compared
// in gateway/test/foreign-organization.test.ts.

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const inIdentity =
  "compared in services/identity/test/indistinguishable.test.ts, by words and time";
const comparedElsewhere: Readonly<Record<string, string>> = {
  signUp: inIdentity,
  resendVerification: inIdentity,
  requestEmailChange: inIdentity,
  inviteMember: inIdentity,
  requestRecovery: inIdentity,
  requestLogInLink: inIdentity,
  logIn: inIdentity,
  openSupportAccess: "a support agent looks for a person by address, and the person is told",
};

const gus = "gus@example.net";
const eve = "eve@example.net";

/** An organization in which Ada booked with guests, one of which left; its host imported three bookings of hers. */
async function openWorld(seats: number) {
  const meetingType = { seats, maximumOccurrences: 5, horizonDays: 60 };
  const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling, { meetingType });
  const guests = [{ email: gus }, { email: eve }];
  const booked = await book(scheduling, { meetingTypeId, startAt: "2027-02-02T08:00:00Z", guests });
  const attendee = attendeeOf(booked);
  const { bookingId } = attendee;
  const { booking } = await scheduling.data(
    host,
    "query ($id: ID!) { booking(id: $id) { guests { id } } }",
    { id: bookingId },
  );
  const removeGuest = "mutation ($input: RemoveGuestInput!) { removeGuest(input: $input) { id } }";
  const guestId = booking.guests[1].id as string;
  const guest: Caller = { ...attendee, attendeeId: guestId };
  await scheduling.data(guest, removeGuest, { input: { guestId } });
  const content = csv(
    row("2027-02-03 09:00"),
    row("2027-02-03 10:00"),
    row("2027-02-03 11:00", "uid-1"),
  );
  const imported = await send(scheduling, host, { meetingTypeId, content });
  const cancelled = imported.data.importBookings.rows[1].booking.id as string;
  await scheduling.data(host, cancelQuery, { input: { bookingId: cancelled } });
  const admin = account(organizationId, "ADMIN");
  return { organizationId, host, meetingTypeId, bookingId, admin, content };
}

type World = Awaited<ReturnType<typeof openWorld>>;
type Act = readonly [
  title: string,
  mutation: string,
  right: string,
  act: (world: World, email: string) => Promise<Answer>,
];

const people =
  "attendees { name email } guests { name email hasLeft } history { nodes { kind by } }";
const ask = (caller: Caller, mutation: string, [selection, input]: [string, object]) => {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${selection} } }`;
  return scheduling.ask(caller, { query, variables: { input } });
};
const startAt = "2027-02-04T09:00:00Z";
const guess = (email: string) => ({ attendee: { ...ada, email }, startAt });

// An attendee's guesses are compared in guests.test.ts.
const byAdmin: Act[3] = ({ admin, bookingId }, email) =>
  ask(admin, "addGuests", [`state ${people}`, { bookingId, guests: [{ email }] }]);

function importing(time: string, changes: { uid?: string; mode?: string } = {}): Act[3] {
  const { uid = "", mode = "IMPORT" } = changes;
  return ({ admin, meetingTypeId }, email) => {
    const guessed = `30,Guess,${email},,`;
    const content = csv(`${time},${guessed},${uid}`, `2027-02-05 09:00,${guessed},`);
    return send(scheduling, admin, { meetingTypeId, content, mode, skipsRefused: true });
  };
}

const calendar = [
  "BEGIN:VCALENDAR",
  "BEGIN:VEVENT",
  "DTSTART:20270205T080000Z",
  "DTEND:20270205T083000Z",
  "ATTENDEE;CN=Bo:mailto:bo@example.com",
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");

const acts: readonly Act[] = [
  [
    "booking",
    "bookMeeting",
    ada.email,
    ({ meetingTypeId }, email) =>
      ask(anonymous, "bookMeeting", [
        `booking { state ${people} }`,
        bookingInput({ ...guess(email), meetingTypeId, guests: [{ email: gus }] }),
      ]),
  ],
  [
    "booking a series",
    "bookSeries",
    ada.email,
    ({ meetingTypeId }, email) => {
      const recurrence = { frequency: "WEEKLY", count: 3, timeZone: "Europe/Stockholm" };
      return ask(anonymous, "bookSeries", [
        `bookings { booking { state ${people} } } missing { startAt code }`,
        bookingInput({ ...guess(email), meetingTypeId, recurrence }),
      ]);
    },
  ],
  [
    "booking for another person",
    "bookOnBehalf",
    ada.email,
    ({ admin, meetingTypeId }, email) =>
      ask(admin, "bookOnBehalf", [
        `state ${people}`,
        bookingInput({ ...guess(email), meetingTypeId }),
      ]),
  ],
  ["an admin's invitation of the attendee", "addGuests", ada.email, byAdmin],
  ["an admin's invitation of a guest", "addGuests", gus, byAdmin],
  ["an admin's invitation of a guest that left", "addGuests", eve, byAdmin],
  [
    "a check of a booking",
    "importBookings",
    ada.email,
    importing("2027-02-03 09:00", { mode: "CHECK" }),
  ],
  ["an import of a booking", "importBookings", ada.email, importing("2027-02-03 09:00")],
  ["an import of a cancelled booking", "importBookings", ada.email, importing("2027-02-03 10:00")],
  [
    "an import of a booking by its uid",
    "importBookings",
    ada.email,
    importing("2027-02-03 11:00", { uid: "uid-1" }),
  ],
  [
    "an import with a host's own addresses",
    "importBookings",
    ada.email,
    ({ admin, meetingTypeId }, email) =>
      send(scheduling, admin, {
        meetingTypeId,
        format: "ICALENDAR",
        content: calendar,
        ownEmails: [email],
      }),
  ],
];

test("each mutation of the graph that takes an address is compared, here or where the list says", () => {
  const file = new URL("../../../gateway/supergraph.graphql", import.meta.url);
  const schema = buildASTSchema(parse(readFileSync(file, "utf8")), { assumeValid: true });
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const taking = mutations.filter(({ args }) => args.some((each) => takesAddress(each)));
  const listed = [...acts.map(([, mutation]) => mutation), ...Object.keys(comparedElsewhere)];
  expect([...new Set(listed)].sort()).toEqual(taking.map(({ name }) => name).sort());
});

// Its name, its category or its description says so; at any depth.
function takesAddress(
  given: GraphQLArgument | GraphQLInputField,
  above: readonly string[] = [],
): boolean {
  const directives = given.astNode?.directives?.map((each) => print(each)).join() ?? "";
  if (/e-?mail/i.test(given.name) || /_EMAIL\b/.test(directives)) return true;
  if (/\bEMAIL\b|e-mail address/.test(given.description ?? "")) return true;
  const named = getNamedType(given.type);
  if (!isInputObjectType(named) || above.includes(named.name)) return false;
  const fields = Object.values(named.getFields());
  return fields.some((field) => takesAddress(field, [...above, named.name]));
}

// An import of a taken time is refused, or gets a free seat.
const cases = acts.flatMap((act) =>
  (act[1] === "importBookings" ? [1, 3] : [1]).map((seats) => [act[0], seats, act] as const),
);
test.each(cases)(
  "%s tells nothing of a guessed address, where a meeting has %i seats",
  async (_, seats, [, , right, act]) => {
    const seen = async (email: string) => {
      const world = await openWorld(seats);
      // Once more, as a retry with another key: the second answer tells no more than the first.
      const answers = [await act(world, email), await act(world, email)];
      expect(answers[0]?.errors).toBeUndefined();
      const field = `bookings(first: 50) { nodes { state startAt sequence ${people} } }`;
      const after = await organization(scheduling, world.admin, {
        id: world.organizationId,
        field,
      });
      return withoutIds({ answers, after }, email);
    };
    expect(await seen(right)).toEqual(await seen(`wrong-${newId()}@example.net`));
  },
);

/** What an answer says, without its ids and the guess, which the caller knows. */
function withoutIds(answer: unknown, email: string): unknown {
  const text = JSON.stringify(answer).replaceAll(email, "the guess");
  // The withheld coordinates come in the order in which two queries of the database happen to end.
  return JSON.parse(text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…"), (key, value: unknown) =>
    key === "withheld" && Array.isArray(value)
      ? value.map((each) => JSON.stringify(each)).sort()
      : value,
  );
}

test("an import knows again what its importer wrote or may read, and what it names by a uid", async () => {
  const { admin, host, organizationId, meetingTypeId, content } = await openWorld(3);
  const outcomes = async (caller: Caller) => {
    const { data } = await send(scheduling, caller, { meetingTypeId, content, hostId });
    return data.importBookings.rows.map(({ outcome }: { outcome: string }) => outcome);
  };
  const hostId = host.accountId;
  const all = ["KNOWN", "KNOWN", "KNOWN"];
  expect(await outcomes(host)).toEqual(all);
  expect(await outcomes(admin)).toEqual(["IMPORTED", "IMPORTED", "KNOWN"]);
  expect(await outcomes(admin)).toEqual(all);
  const overseer = account(organizationId, "ADMIN");
  await scheduling.sql("INSERT INTO oversight (organization_id, since) VALUES ($1, now())", [
    organizationId,
  ]);
  expect(await outcomes(overseer)).toEqual(all);
  expect(await outcomes(host)).toEqual(all);
});

test("what was booked and imported by guesses is sound", () => expectSound(scheduling));
