import { anonymous, newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { attendeeOf, book, offerMeeting } from "./support/operations.ts";
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
const fields = "id attendeeId text author { id }";
const mutation = (name: string, type: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
const addQuery = mutation("addBookingNote", "AddBookingNoteInput");
const updateQuery = mutation("updateBookingNote", "UpdateBookingNoteInput");
const deleteQuery = mutation("deleteBookingNote", "DeleteBookingNoteInput");
const send = (caller: Caller, query: string, input: Record<string, unknown>) =>
  scheduling.ask(caller, { query, variables: { input } });
const add = (caller: Caller, input: Record<string, unknown>) =>
  send(caller, addQuery, { idempotencyKey: newId(), ...input });
const seen = async (caller: Caller, id: string) => {
  const query = `query ($id: ID!) { booking(id: $id) {
    notes(first: 2) { nodes { ${fields} } pageInfo { hasNextPage } } history { nodes { kind } } } }`;
  return (await scheduling.data(caller, query, { id })).booking;
};

async function bookedMeeting() {
  const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling);
  const booked = await book(scheduling, { meetingTypeId, startAt: "2027-02-02T08:00:00Z" });
  return { organizationId, host, booked, bookingId: booked.data.bookMeeting.booking.id as string };
}

test("a host notes something about an attendee, and changes and deletes it", async () => {
  const { host, booked, bookingId } = await bookedMeeting();
  const made = await add(host, { bookingId, text: "Prefers tea" });
  const note = made.data.addBookingNote;
  const attendeeId = attendeeOf(booked).attendeeId;
  expect(note).toMatchObject({ attendeeId, text: "Prefers tea", author: { id: host.accountId } });
  const noteId = note.id;
  const changed = await send(host, updateQuery, { noteId, text: "Prefers coffee" });
  expect(changed.data.updateBookingNote).toEqual({ ...note, text: "Prefers coffee" });
  expect((await seen(host, bookingId)).notes.nodes).toEqual([{ ...note, text: "Prefers coffee" }]);
  const rows = await scheduling.sql("SELECT * FROM booking_note WHERE id = $1", [noteId]);
  expect(JSON.stringify(rows)).not.toContain("coffee");
  expect(rows[0].note).toBeInstanceOf(Buffer);
  expect((await send(host, deleteQuery, { noteId })).data.deleteBookingNote.id).toBe(noteId);
  expect((await seen(host, bookingId)).notes.nodes).toEqual([]);
  expect(codeOf(await send(host, deleteQuery, { noteId }))).toBe("NOT_FOUND");
});

test("nobody but the hosts knows of a note: no attendee, admin, colleague, app or service", async () => {
  const { organizationId, host, booked, bookingId } = await bookedMeeting();
  const made = await add(host, { bookingId, text: "Prefers tea" });
  const noteId = made.data.addBookingNote.id as string;
  const admin = account(organizationId, "OWNER");
  const attendee = attendeeOf(booked);
  const service: Caller = { kind: "service", service: "integrations", purpose: "provide.notify" };
  for (const who of [admin, attendee, service]) {
    const booking = await seen(who, bookingId);
    expect(booking.notes).toBeNull();
    expect(JSON.stringify(booking.history)).not.toContain("NOTE");
    expect(codeOf(await add(who, { bookingId, text: "x" }))).toBe("FORBIDDEN");
    expect(codeOf(await send(who, deleteQuery, { noteId }))).toBe("NOT_FOUND");
  }
  const colleague = account(organizationId, "MEMBER");
  const left = account(newId(), "OWNER", host.accountId);
  for (const who of [colleague, left, account(newId(), "OWNER"), anonymous]) {
    expect(await seen(who, bookingId)).toBeNull();
    expect(codeOf(await add(who, { bookingId, text: "x" }))).toBe("NOT_FOUND");
    expect(codeOf(await send(who, updateQuery, { noteId, text: "x" }))).toBe("NOT_FOUND");
  }
  const other = await bookedMeeting();
  const attendeeId = attendeeOf(other.booked).attendeeId;
  expect(codeOf(await add(host, { bookingId, attendeeId, text: "x" }))).toBe("NOT_FOUND");
  expect(await scheduling.sql("SELECT 1 FROM outbox WHERE type LIKE '%note%'")).toEqual([]);
});

test("notes come in pages, are limited, and are not made twice by a retry", async () => {
  const { host, bookingId } = await bookedMeeting();
  const input = { bookingId, text: "Once", idempotencyKey: newId() };
  const [one, two] = await Promise.all([add(host, input), add(host, input)]);
  expect(two.data.addBookingNote).toEqual(one.data.addBookingNote);
  expect(codeOf(await add(host, { ...input, text: "Twice" }))).toBe("IDEMPOTENCY_KEY_REUSED");
  await add(host, { bookingId, text: "Two" });
  await add(host, { bookingId, text: "Three" });
  const { notes } = await seen(host, bookingId);
  expect(notes.nodes.map(({ text }: { text: string }) => text)).toEqual(["Three", "Two"]);
  expect(notes.pageInfo.hasNextPage).toBe(true);
  expect(problemsOf(await add(host, { bookingId, text: " " }))).toHaveLength(1);
  await scheduling.sql(
    `INSERT INTO booking_note SELECT gen_random_uuid(), organization_id, booking_id, attendee_id, author_id, note, created_at, updated_at
     FROM booking_note, generate_series(1, 97) WHERE id = $1`,
    [one.data.addBookingNote.id],
  );
  const answers = await Promise.all([1, 2].map(() => add(host, { bookingId, text: "Last?" })));
  expect(answers.flatMap(problemsOf)).toEqual(["text TOO_MANY", "text TOO_MANY"]);
});
