import { beforeAll, expect, test } from "vitest";
import { eventually } from "@tidbok/testing";
import { ask, demand } from "./support/ask.ts";
import { attemptAt, book, openStage, send, type Attempt, type Booked } from "./support/bookings.ts";
import { mailsTo, mailTo } from "./support/mailbox.ts";
import { invite, register, type Person } from "./support/people.ts";

// One class that two people attend; each test looks at it from elsewhere.
let host: Person;
let admin: Person;
let first: Attempt & { booked: Booked };
let second: Attempt & { booked: Booked };

beforeAll(async () => {
  const stage = await openStage("Klara", { seats: 2, showsAttendees: true });
  host = stage.host;
  admin = await register("Adam");
  const by = { by: host, organizationId: stage.organization.id };
  await invite({ ...by, role: "ADMIN" }, admin);
  const slot = stage.slots[0] ?? "";
  const attend = async () => {
    const attempt = attemptAt(stage, slot);
    return { ...attempt, booked: await book(attempt) };
  };
  first = await attend();
  second = await attend();
  const third = await send(attemptAt(stage, slot));
  expect(third.errors?.[0]?.extensions.code).toBe("SLOT_TAKEN");
});

const everything = `query ($id: ID!) { booking(id: $id) { id state occurrence { id seatsTaken }
  fellows { nodes { attendeeId firstName } } history { nodes { byId reason } }
  attendees { id name email phone timeZone manageUrl cancellationReason answers { text } } } }`;

const see = (id: string, token?: string) =>
  ask({ query: everything, variables: { id }, ...(token && { token }) });

test("by the link of one seat one sees the other's first name, and no more of them by any way", async () => {
  const { data } = await see(second.booked.id, second.booked.manageToken);
  const [given] = first.attendee.name.split(" ");
  expect(data.booking.fellows.nodes).toMatchObject([{ firstName: given }]);
  expect(data.booking.occurrence).toBeNull();
  const said = JSON.stringify(data);
  for (const secret of [first.attendee.name, first.attendee.email, first.booked.id]) {
    expect(said).not.toContain(secret);
  }
  expect((await see(first.booked.id, second.booked.manageToken)).data.booking).toBeNull();
});

test("a host reads whole names seat by seat, an admin none, and a visitor nothing", async () => {
  const asHost = (await see(first.booked.id, host.token)).data.booking;
  expect(asHost).toMatchObject({ occurrence: { seatsTaken: 2 }, fellows: null });
  expect(asHost.attendees).toMatchObject([first.attendee]);
  const asAdmin = await see(first.booked.id, admin.token);
  expect(asAdmin.data.booking.attendees).toMatchObject([{ name: null, email: null }]);
  expect(asAdmin.data.booking.fellows).toBeNull();
  expect((await see(first.booked.id)).data).toEqual({ booking: null });
});

test("each attendee is mailed about themselves alone: no other stands in a mail or its calendar file", async () => {
  for (const [own, other] of [
    [first, second],
    [second, first],
  ] as const) {
    const mail = await mailTo(own.attendee.email, /^Booked/);
    const file = mail.attachments.find(({ filename }) => filename?.endsWith(".ics"));
    const calendar = (file?.content.toString("utf8") ?? "").replaceAll("\r\n ", "");
    expect(calendar.match(/^ATTENDEE/gm)).toHaveLength(1);
    expect(calendar).toContain(own.attendee.email);
    const whole = `${calendar} ${mail.text} ${mail.html} ${mail.subject} ${JSON.stringify(mail.to)}`;
    for (const secret of [other.attendee.name, other.attendee.email, other.booked.id]) {
      expect(whole).not.toContain(secret);
    }
  }
});

test("when one gives up the seat the other hears nothing, and keeps theirs", async () => {
  await demand({
    query: `mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { state } }`,
    variables: { input: { bookingId: first.booked.id, reason: "Ill" } },
    token: first.booked.manageToken,
  });
  await mailTo(first.attendee.email, /^Cancelled/);
  await eventually(async () =>
    (await mailsTo(host.email)).some(({ subject }) => subject?.startsWith("Cancelled")),
  );
  expect(await mailsTo(second.attendee.email)).toHaveLength(1);
  const { data } = await see(second.booked.id, second.booked.manageToken);
  expect(data.booking).toMatchObject({ state: "CONFIRMED", fellows: { nodes: [] } });
});
