import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { ask, demand, post, refused } from "./support/ask.ts";
import { openStage, type Stage } from "./support/bookings.ts";
import { mailsTo, mailTo } from "./support/mailbox.ts";
import { newPerson } from "./support/people.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage("Ines");
});

const importQuery = `mutation ($input: ImportBookingsInput!) { importBookings(input: $input) {
  isDone importedCount rows { line outcome booking { id attendees { name email } } } } }`;

function inputOf(content: string, changes: object = {}) {
  return {
    meetingTypeId: stage.meetingType.id,
    format: "CSV",
    content,
    mode: "IMPORT",
    timeZone: "Europe/Stockholm",
    idempotencyKey: randomUUID(),
    ...changes,
  };
}

function csvOf(startAt: string | undefined, { name, email }: { name: string; email: string }) {
  return `start;durationMinutes;name;email\r\n${startAt};30;"${name}";${email}\r\n`;
}

test("a host brings a booking along, and its attendee hears of it when it is called off, not before", async () => {
  const attendee = newPerson("Iris");
  const input = inputOf(csvOf(stage.slots[0], attendee));
  const { token } = stage.host;
  const { importBookings } = await demand({ query: importQuery, variables: { input }, token });
  const { name, email } = attendee;
  expect(importBookings).toMatchObject({
    isDone: true,
    rows: [{ line: 2, outcome: "IMPORTED", booking: { attendees: [{ name, email }] } }],
  });
  await demand({
    query: "mutation ($id: ID!) { cancelBooking(input: { bookingId: $id }) { state } }",
    variables: { id: importBookings.rows[0].booking.id },
    token,
  });
  await mailTo(email, /^Cancelled/);
  expect((await mailsTo(email)).map(({ subject }) => subject?.split(":")[0])).toEqual([
    "Cancelled",
  ]);
});

test("an import that tells its attendees gives them their private link", async () => {
  const attendee = newPerson("Ivar");
  const input = inputOf(csvOf(stage.slots[2], attendee), { tellsAttendees: true });
  await demand({ query: importQuery, variables: { input }, token: stage.host.token });
  expect((await mailTo(attendee.email, /^Booked/)).text).toContain("/manage#");
});

test("a visitor brings nothing along, and a file that is too large does not come in", async () => {
  const attendee = newPerson("Isa");
  const input = inputOf(csvOf(stage.slots[4], attendee));
  expect(await refused({ query: importQuery, variables: { input } })).toBe("NOT_FOUND");
  const { token } = stage.host;
  const large = { query: importQuery, variables: { input: inputOf("x".repeat(110_000)) }, token };
  expect((await post(large)).status).toBe(413);
  const answer = await ask({ query: importQuery, variables: { input: inputOf("x") }, token });
  expect(answer.errors?.[0]?.extensions.code).toBe("INVALID_INPUT");
});
