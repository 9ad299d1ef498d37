import { eventually } from "@tidbok/testing";
import type { ParsedMail } from "mailparser";
import { afterAll, expect, test } from "vitest";
import { attendeeAnswer, bookingAnswer, hostAnswer } from "./support/answers.ts";
import { startIntegrations } from "./support/running.ts";

const running = await startIntegrations();
afterAll(() => running.stop());

let number = 0;
// Each test has addresses of its own, so that it finds its mails among the others'.
function request() {
  number += 1;
  const attendee = attendeeAnswer({ email: `asks${number}@example.com`, locale: "sv" });
  const host = hostAnswer({ email: `asked${number}@example.org` });
  return {
    ...bookingAnswer({ attendees: [attendee], hosts: [host] }),
    state: "PENDING",
    answerBy: "2027-01-30T09:00:00.000Z" as string | null,
  };
}

type Booking = ReturnType<typeof request>;

/** The nth mail to the attendee and to the host, with what their calendars are told. */
async function mails({ attendees, hosts }: Booking, nth: number) {
  const to = async (address: string | null | undefined) => {
    const { mail } = await eventually(() => running.mailsTo(address ?? "")[nth]);
    return { subject: mail.subject ?? "", text: mail.text ?? "", calendar: calendarOf(mail) };
  };
  return { attendee: await to(attendees[0]?.email), host: await to(hosts[0]?.email) };
}

function calendarOf({ attachments }: ParsedMail) {
  const file = attachments.find(({ filename }) => filename === "meeting.ics");
  const text = file?.content.toString("utf8") ?? "";
  const line = (name: string) => new RegExp(`^${name}[:;](.*)$`, "m").exec(text)?.[1]?.trim();
  return [line("METHOD"), line("STATUS"), line("SEQUENCE")];
}

async function asked(): Promise<Booking> {
  const booking = request();
  running.knows(booking);
  await running.tellMade(booking);
  await mails(booking, 0);
  return booking;
}

test("a request is told to both as one, and stands in calendars as tentative", async () => {
  const { attendee, host } = await mails(await asked(), 0);
  expect(attendee.subject).toMatch(/^Förfrågan: Coaching med Hanna Host/);
  expect(attendee.text).toContain("Du har bett om ett möte");
  expect(attendee.text).toContain("manage#secret-token");
  expect(attendee.text).toMatch(/Ska bekräftas senast: lördag 30 januari 2027, 04:00 /);
  expect(host.subject).toMatch(/^Asked for: Coaching with Anna Andersson/);
  expect(host.text).toContain("Somebody asks for a meeting with you.");
  expect(host.text).toMatch(/To be confirmed by: Saturday 30 January 2027, 10:00 /);
  for (const { calendar } of [attendee, host]) {
    expect(calendar).toEqual(["REQUEST", "TENTATIVE", "0"]);
  }
});

test("a yes is told to both, and their calendars take the meeting for certain", async () => {
  const confirmed = { ...(await asked()), state: "CONFIRMED", sequence: 1, answerBy: null };
  running.knows(confirmed);
  await running.tellConfirmed(confirmed);
  const { attendee, host } = await mails(confirmed, 1);
  expect(attendee.subject).toMatch(/^Bekräftat: /);
  expect(attendee.text).not.toContain("Ska bekräftas");
  expect(host.subject).toMatch(/^Confirmed: /);
  for (const { calendar } of [attendee, host]) {
    expect(calendar).toEqual(["REQUEST", "CONFIRMED", "1"]);
  }
});

test("a no is told to both with its reason and without the link, and takes the meeting out of calendars", async () => {
  const booking = await asked();
  const declined = {
    ...booking,
    state: "DECLINED",
    sequence: 1,
    answerBy: null,
    cancellation: { by: "HOST" },
    attendees: booking.attendees.map((each) => ({ ...each, cancellationReason: "I am away." })),
  };
  running.knows(declined);
  await running.tellDeclined(declined, "HOST");
  const { attendee, host } = await mails(declined, 1);
  expect(attendee.subject).toMatch(/^Avböjt: /);
  expect(attendee.text).toContain("Orsak: I am away.");
  expect(attendee.text).not.toContain("manage#");
  expect(host.subject).toMatch(/^Declined: /);
  for (const { calendar } of [attendee, host]) {
    expect(calendar).toEqual(["CANCEL", "CANCELLED", "1"]);
  }
});

test("that nobody answered in time is told as that", async () => {
  const declined = {
    ...(await asked()),
    state: "DECLINED",
    sequence: 1,
    answerBy: null,
    cancellation: { by: "SYSTEM" },
  };
  running.knows(declined);
  await running.tellDeclined(declined, "SYSTEM");
  const { attendee, host } = await mails(declined, 1);
  expect(attendee.text).toContain("Ingen har bekräftat ditt möte i tid");
  expect(host.text).toContain("Nobody has confirmed a meeting with you in time");
});

test("an attendee's move of a confirmed meeting asks the host again", async () => {
  const moved = { ...(await asked()), sequence: 2, startAt: "2027-02-02T13:00:00.000Z" };
  running.knows(moved);
  await running.tellRescheduled(moved);
  const { attendee, host } = await mails(moved, 1);
  expect(attendee.subject).toMatch(/^Förfrågan om ny tid: /);
  expect(host.subject).toMatch(/^New time asked for: /);
  expect(host.calendar).toEqual(["REQUEST", "TENTATIVE", "2"]);
});

test("a request that was answered before its mail was written is told as the answer only", async () => {
  const booking = request();
  const confirmed = { ...booking, state: "CONFIRMED", sequence: 1, answerBy: null };
  running.knows(confirmed);
  await running.tellMade(booking);
  await running.tellConfirmed(confirmed);
  const { attendee } = await mails(booking, 0);
  expect(attendee.subject).toMatch(/^Bekräftat: /);
  await eventually(async () => {
    const rows = await running.deliveries({ aboutId: booking.id });
    const states = rows.map(({ kind, state }) => `${kind} ${state}`).toSorted();
    expect(states).toEqual([
      "BOOKING_CONFIRMED SENT",
      "BOOKING_CONFIRMED SENT",
      "BOOKING_REQUESTED SKIPPED",
      "BOOKING_REQUESTED SKIPPED",
    ]);
    return true;
  });
});
