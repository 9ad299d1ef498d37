import { anonymous, newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  attendeeOf,
  book,
  cancelQuery,
  offerMeeting,
  rescheduleQuery,
} from "./support/operations.ts";
import { expectSound } from "./support/sound.ts";
import {
  account,
  codeOf,
  problemsOf,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

type Caller = Parameters<Scheduling["ask"]>[0];
const fields = `id state attendees { id name } guests { id name email hasLeft link { url } }
  history(first: 1) { nodes { kind by byId } }`;
const addQuery = `mutation ($input: AddGuestsInput!) { addGuests(input: $input) { ${fields} } }`;
const removeQuery = `mutation ($input: RemoveGuestInput!) { removeGuest(input: $input) { ${fields} } }`;
const send = (caller: Caller, query: string, input: Record<string, unknown>) =>
  scheduling.ask(caller, { query, variables: { input } });
const see = async (caller: Caller, id: string) =>
  (await scheduling.data(caller, `query ($id: ID!) { booking(id: $id) { ${fields} } }`, { id }))
    .booking;
const gil = { name: "Gil", email: "gil@example.net" };
const gus = { name: null, email: "gus@example.net" };

async function bookWith(guests: readonly unknown[] = []) {
  const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling);
  const booked = await book(scheduling, { meetingTypeId, startAt: "2027-02-02T08:00:00Z", guests });
  if (codeOf(booked)) throw new Error(JSON.stringify(booked.errors));
  const bookingId = booked.data.bookMeeting.booking.id as string;
  return { organizationId, host, meetingTypeId, bookingId, attendee: attendeeOf(booked) };
}

function guestCaller(bookingId: string, attendeeId: string): Caller {
  return { kind: "attendee", bookingId, attendeeId, purpose: "provide.schedule" };
}

test("guests come with the booking and later; each side sees of them what is its own", async () => {
  const { organizationId, host, attendee, bookingId } = await bookWith([gil]);
  const again = { ...gus, email: gus.email.replace("example", "EXAMPLE") };
  const added = await send(host, addQuery, { bookingId, guests: [gus, gil, again] });
  expect(added.data.addGuests.history.nodes).toEqual([
    { kind: "GUESTS_INVITED", by: "HOST", byId: host.accountId },
  ]);
  const [first, second] = added.data.addGuests.guests;
  expect(added.data.addGuests.guests).toMatchObject([
    { ...gil, hasLeft: false, link: { url: null } },
    { ...gus, hasLeft: false, link: { url: null } },
  ]);
  // Who was invited by the attendee the attendee knows; who by the host, not.
  expect((await see(attendee, bookingId)).guests).toMatchObject([
    { ...gil, link: { url: null } },
    { name: null, email: null, link: { url: null } },
  ]);
  const own = await see(guestCaller(bookingId, first.id), bookingId);
  expect(own.guests).toMatchObject([{ id: first.id, ...gil }]);
  expect(own.guests[0].link.url).toContain("/manage#");
  expect(own.attendees).toMatchObject([{ name: null }]);
  const admin = await see(account(organizationId, "ADMIN"), bookingId);
  expect(admin.guests).toMatchObject([{ name: null, email: null }, { email: null }]);
  const service: Caller = { kind: "service", service: "integrations", purpose: "provide.notify" };
  expect((await see(service, bookingId)).guests).toMatchObject([
    { email: gil.email },
    { email: gus.email },
  ]);
  const rows = await scheduling.sql("SELECT * FROM attendee WHERE booking_id = $1", [bookingId]);
  expect(JSON.stringify(rows)).not.toContain("example.net");
  const told = await scheduling.sql(
    "SELECT type, data->'guestIds' AS ids FROM outbox WHERE aggregate_id = $1 ORDER BY seq",
    [bookingId],
  );
  expect(told).toEqual([
    { type: "scheduling.booking.made", ids: [first.id] },
    { type: "scheduling.guests.invited", ids: [second.id] },
  ]);
  await expectSound(scheduling);
});

test("a guest sees the booking and leaves it, and can do nothing else", async () => {
  const { host, attendee, bookingId } = await bookWith([gil, gus]);
  const [one, two] = (await see(host, bookingId)).guests;
  const guest = guestCaller(bookingId, one.id);
  const move = { bookingId, startAt: "2027-02-02T09:00:00Z" };
  expect(codeOf(await send(guest, rescheduleQuery, move))).toBe("NOT_FOUND");
  expect(codeOf(await send(guest, cancelQuery, { bookingId }))).toBe("NOT_FOUND");
  const another = { bookingId, guests: [{ email: "eve@example.net" }] };
  expect(codeOf(await send(guest, addQuery, another))).toBe("NOT_FOUND");
  expect(codeOf(await send(guest, removeQuery, { guestId: two.id }))).toBe("NOT_FOUND");
  const left = await send(guest, removeQuery, { guestId: one.id });
  expect(left.data.removeGuest.id).toBe(bookingId);
  expect(await see(guest, bookingId)).toBeNull();
  expect((await see(attendee, bookingId)).guests).toMatchObject([{ id: two.id }]);
  const again = await send(host, addQuery, { bookingId, guests: [gil] });
  expect(problemsOf(again)).toEqual(["guests.0.email HAS_LEFT"]);
  const told = await scheduling.sql(
    "SELECT data FROM outbox WHERE aggregate_id = $1 AND type = 'scheduling.guest.left'",
    [bookingId],
  );
  expect(told).toMatchObject([{ data: { guestId: one.id, isOwn: true } }]);
});

test("whoever invited a guest takes them out, and hosts whom they like", async () => {
  const { host, attendee, bookingId } = await bookWith([gil]);
  await send(host, addQuery, { bookingId, guests: [gus] });
  const [own, hosts] = (await see(host, bookingId)).guests;
  expect(codeOf(await send(attendee, removeQuery, { guestId: hosts.id }))).toBe("FORBIDDEN");
  for (let i = 0; i < 2; i += 1) {
    expect(codeOf(await send(attendee, removeQuery, { guestId: own.id }))).toBeNull();
  }
  expect(codeOf(await send(host, removeQuery, { guestId: hosts.id }))).toBeNull();
  expect((await see(host, bookingId)).guests).toEqual([]);
  const told = await scheduling.sql(
    "SELECT 1 FROM outbox WHERE aggregate_id = $1 AND type = 'scheduling.guest.left'",
    [bookingId],
  );
  expect(told).toHaveLength(2);
  for (const who of [anonymous, account(newId(), "OWNER"), (await bookWith()).attendee]) {
    expect(codeOf(await send(who, removeQuery, { guestId: own.id }))).toBe("NOT_FOUND");
    expect(codeOf(await send(who, addQuery, { bookingId, guests: [gil] }))).toBe("NOT_FOUND");
  }
});

test("a booking has ten guests ever, also when many are invited at once, and nobody twice", async () => {
  const many = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => ({ email: `guest${from + i}@example.net` }));
  const { host, bookingId } = await bookWith(many(0, 4));
  const add = (guests: readonly unknown[]) => send(host, addQuery, { bookingId, guests });
  const answers = await Promise.all([add(many(4, 8)), add(many(8, 12)), add(many(4, 8))]);
  const outcomes = answers.map((answer) => problemsOf(answer).join());
  expect(outcomes.filter((each) => each === "guests TOO_MANY").length).toBeGreaterThanOrEqual(1);
  const { guests } = await see(host, bookingId);
  expect(guests).toHaveLength(8);
  expect(new Set(guests.map(({ email }: { email: string }) => email)).size).toBe(8);
  await send(host, removeQuery, { guestId: guests[0].id });
  expect(problemsOf(await add(many(20, 23)))).toEqual(["guests TOO_MANY"]);
  expect(codeOf(await add(many(20, 22)))).toBeNull();
  expect(problemsOf(await add(many(30, 31)))).toEqual(["guests TOO_MANY"]);
  expect(problemsOf(await add([]))).toHaveLength(1);
  expect(problemsOf(await add([{ email: "no address" }]))).toHaveLength(1);
  expect(problemsOf(await add([{ email: "ada@example.org" }]))).toEqual([]);
});

test("inviting a guess tells nothing: a right guess of an address has the same answer, history and effect as a wrong one", async () => {
  const { organizationId, host, attendee, bookingId } = await bookWith();
  const eve = { email: "eve@example.net" };
  await send(host, addQuery, { bookingId, guests: [gus, eve] });
  const [, left] = (await see(host, bookingId)).guests;
  await send(guestCaller(bookingId, left.id), removeQuery, { guestId: left.id });
  const admin = account(organizationId, "ADMIN");
  const shape = (answer: Awaited<ReturnType<typeof send>>) => {
    if (answer.errors) return answer.errors.map(({ extensions }) => extensions);
    const { guests, history } = answer.data.addGuests;
    const { email, hasLeft, link } = guests.at(-1);
    return { email: email === null ? null : "given", hasLeft, link, history: history.nodes[0] };
  };
  const guess = async (caller: Caller, email: string) => {
    const answer = shape(await send(caller, addQuery, { bookingId, guests: [{ email }] }));
    // A repeated call changes nothing, whatever was guessed.
    const count = (await see(host, bookingId)).guests.length;
    await send(caller, addQuery, { bookingId, guests: [{ email }] });
    expect((await see(host, bookingId)).guests).toHaveLength(count);
    return answer;
  };
  for (const [caller, wrong, guesses] of [
    [attendee, "nobody1@example.net", [gus.email, eve.email]],
    [admin, "nobody2@example.net", ["ada@example.org", gus.email, eve.email]],
  ] as const) {
    const expected = await guess(caller, wrong);
    for (const email of guesses) expect(await guess(caller, email)).toEqual(expected);
  }
  // The people themselves are not mailed twice, and not at all once they have left.
  const service: Caller = { kind: "service", service: "integrations", purpose: "provide.notify" };
  const mailed = (await see(service, bookingId)).guests;
  expect(mailed.map(({ email }: { email: string }) => email)).toEqual([
    gus.email,
    eve.email,
    "nobody1@example.net",
    "nobody2@example.net",
  ]);
});
