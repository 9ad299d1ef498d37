import { anonymous, newId, type Caller } from "@tidbok/domain";
import type { Answer } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  attendeeOf,
  book,
  cancelQuery,
  offerMeeting,
  updateMeetingType,
} from "./support/operations.ts";
import { account, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const startAt = "2027-02-02T08:00:00.000Z";
const idOf = (answer: Answer): string => answer.data.bookMeeting.booking.id;

// Words that nothing but one person has, to look for wherever they must not be.
const person = (first: string, last: string) => ({
  name: `${first} ${last}`,
  email: `${first}@${last}.example`.toLowerCase(),
  phone: "+46 70 555 01 23",
  timeZone: "America/Montevideo",
  locale: "sv",
});
const wordsOf = (secret: string) =>
  new RegExp(`Quillfeather|@|555|Montevideo|${secret}|manage#|"sv"`);

/** Everything that can be asked from a booking. */
const everything = `query ($id: ID!) { booking(id: $id) {
  id state startAt sequence createdAt cancellation { by } occurrence { id seatsTaken }
  fellows { nodes { attendeeId firstName } edges { cursor } }
  attendees { id name email phone timeZone locale manageUrl cancellationReason answers { text } }
  history { nodes { attendeeId kind by byId reason } } } }`;

async function offerClass(changes: Record<string, unknown> = {}) {
  const offer = await offerMeeting(scheduling, {
    meetingType: { seats: 5, questions: [{ kind: "TEXT", label: "Why?" }], ...changes },
  });
  const attend = (attendee: object, text: string) =>
    book(scheduling, {
      meetingTypeId: offer.meetingTypeId,
      startAt,
      attendee,
      answers: [{ questionId: offer.meetingType.questions[0].id, text }],
    });
  const zebedia = await attend(person("Zebedia", "Quillfeather"), "A parrot with hiccups");
  const bo = await attend({ ...person("Bo", "Ek"), phone: null, timeZone: "UTC" }, "Curious");
  return { ...offer, zebedia, bo, attend };
}

const see = async (caller: Caller, answer: Answer) =>
  (await scheduling.ask(caller, { query: everything, variables: { id: idOf(answer) } })).data
    .booking;

const namesFrom = async (answer: Answer, caller: Caller = attendeeOf(answer)) =>
  (await see(caller, answer)).fellows?.nodes.map(
    ({ firstName }: { firstName: string }) => firstName,
  );

test("whoever attends the same meeting learns nothing of the others: no name, no id, no count", async () => {
  const { zebedia, bo, host } = await offerClass();
  const input = { bookingId: idOf(zebedia), reason: "The parrot is worse" };
  await scheduling.data(attendeeOf(zebedia), cancelQuery, { input });
  const seen = await see(attendeeOf(bo), bo);
  expect(seen).toMatchObject({ fellows: null, occurrence: null, attendees: [{ name: "Bo Ek" }] });
  const text = JSON.stringify({ ...seen, attendees: [] });
  expect(text).not.toMatch(wordsOf("parrot"));
  expect(text).not.toContain(idOf(zebedia));
  expect(text).not.toContain(zebedia.data.bookMeeting.attendee.id);
  // The other's booking is none for them, by any pair of ids.
  expect(await see(attendeeOf(bo), zebedia)).toBeNull();
  expect(await see({ ...attendeeOf(bo), bookingId: idOf(zebedia) }, zebedia)).toBeNull();
  expect((await see(host, bo)).fellows).toBeNull();
});

test("where the meeting type shows attendees they see each other's first names, and nothing else", async () => {
  const { zebedia, bo } = await offerClass({ showsAttendees: true });
  const seen = await see(attendeeOf(bo), bo);
  const attendeeId = zebedia.data.bookMeeting.attendee.id;
  expect(seen.fellows.nodes).toEqual([{ attendeeId, firstName: "Zebedia" }]);
  const { attendees, ...rest } = seen;
  expect(attendees).toMatchObject([{ name: "Bo Ek" }]);
  expect(JSON.stringify(rest)).not.toMatch(wordsOf("parrot"));
  expect(rest.occurrence).toBeNull();
  expect(await namesFrom(zebedia)).toEqual(["Bo"]);
  // An id that one sees opens nothing.
  expect(await see({ ...attendeeOf(bo), attendeeId }, bo)).toBeNull();
  expect(await see({ ...attendeeOf(bo), attendeeId }, zebedia)).toBeNull();
});

test("nobody but attendees sees who else attends: others have their own ways, or none", async () => {
  const { zebedia, bo, host, organizationId } = await offerClass({ showsAttendees: true });
  const callers: Caller[] = [
    host,
    account(organizationId, "ADMIN"),
    ...(["provide.notify", "provide.integrate", "support", "research"] as const).map(
      (purpose): Caller => ({ kind: "service", service: "integrations", purpose }),
    ),
    {
      kind: "staff",
      staffId: newId(),
      grantId: newId(),
      purpose: "support",
      subjectId: bo.data.bookMeeting.attendee.id,
    },
  ];
  for (const caller of callers) expect((await see(caller, bo)).fellows).toBeNull();
  const strangers: Caller[] = [
    anonymous,
    account(organizationId, "MEMBER"),
    account(newId(), "OWNER"),
  ];
  for (const caller of strangers) expect(await see(caller, bo)).toBeNull();
  // The host reads whole names, seat by seat; an admin reads none.
  expect((await see(host, zebedia)).attendees[0].name).toBe("Zebedia Quillfeather");
  expect((await see(account(organizationId, "ADMIN"), zebedia)).attendees[0].name).toBeNull();
});

test("who booked while attendees were not shown stays unseen, and nobody is seen once they are not", async () => {
  const { zebedia, bo, host, meetingTypeId, attend } = await offerClass();
  await updateMeetingType(scheduling, host, { meetingTypeId, showsAttendees: true });
  const cy = await attend(person("Cy", "Dal"), "x");
  expect(await namesFrom(bo)).toEqual(["Cy"]);
  expect(await namesFrom(cy)).toEqual([]);
  expect(await namesFrom(zebedia)).toEqual(["Cy"]);
  await updateMeetingType(scheduling, host, { meetingTypeId, showsAttendees: false });
  expect(await namesFrom(bo)).toBeUndefined();
});

test("who leaves, waits for a yes or is elsewhere neither sees nor is seen", async () => {
  const { zebedia, bo, attend, meetingTypeId } = await offerClass({ showsAttendees: true });
  const cy = await attend(person("Cy", "Dal"), "x");
  const elsewhere = await book(scheduling, { meetingTypeId, startAt: "2027-02-02T10:00:00.000Z" });
  expect(await namesFrom(elsewhere)).toEqual([]);
  expect(await namesFrom(bo)).toEqual(["Cy", "Zebedia"]);
  await scheduling.data(attendeeOf(zebedia), cancelQuery, { input: { bookingId: idOf(zebedia) } });
  expect(await namesFrom(bo)).toEqual(["Cy"]);
  expect(await namesFrom(zebedia)).toEqual([]);
  const waiting = await offerClass({ showsAttendees: true, needsConfirmation: true });
  expect(await namesFrom(waiting.bo)).toEqual([]);
  expect(await namesFrom(cy)).toEqual(["Bo"]);
});

test("the list comes in pages, and a page is of a sensible size", async () => {
  const { bo, attend } = await offerClass({ showsAttendees: true });
  for (const name of ["Cy", "Di", "Eva"]) await attend(person(name, "Alm"), "x");
  const query = `query ($id: ID!, $after: String) { booking(id: $id) {
    fellows(first: 2, after: $after) { nodes { firstName } pageInfo { hasNextPage endCursor } } } }`;
  const page = async (after: string | null) =>
    (await scheduling.data(attendeeOf(bo), query, { id: idOf(bo), after })).booking.fellows;
  const first = await page(null);
  expect(first.nodes).toEqual([{ firstName: "Eva" }, { firstName: "Di" }]);
  const second = await page(first.pageInfo.endCursor);
  expect(second.nodes).toEqual([{ firstName: "Cy" }, { firstName: "Zebedia" }]);
  expect(second.pageInfo.hasNextPage).toBe(false);
});

test("events of a seat name nobody who has another one", async () => {
  const { zebedia, bo } = await offerClass({ showsAttendees: true });
  const rows = await scheduling.sql("SELECT data::text FROM outbox WHERE aggregate_id = $1", [
    idOf(bo),
  ]);
  const text = JSON.stringify(rows);
  expect(rows).toHaveLength(1);
  expect(text).not.toContain(idOf(zebedia));
  expect(text).not.toContain(zebedia.data.bookMeeting.attendee.id);
});
