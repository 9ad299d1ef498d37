import { newId } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import type { ParsedMail } from "mailparser";
import { afterAll, expect, test } from "vitest";
import { attendeeAnswer, bookingAnswer, hostAnswer } from "./support/answers.ts";
import { calendarOf } from "./support/calendar-of.ts";
import { startIntegrations } from "./support/running.ts";

const running = await startIntegrations();
afterAll(() => running.stop());

let number = 0;
// Each test has addresses of its own, so that it finds its mails among the others'.
function someBooking(own: { attendeeLocale?: string; hostLocale?: string } = {}) {
  number += 1;
  const attendee = attendeeAnswer({
    email: `anna${number}@example.com`,
    locale: own.attendeeLocale ?? "en",
    answers: [
      { question: { label: "What about?" }, text: "My <b>career</b>", number: null, consent: null },
      { question: { label: "How many?" }, text: null, number: 3, consent: null },
      { question: { label: "May we record?" }, text: null, number: null, consent: false },
    ],
  });
  const host = hostAnswer({ email: `hanna${number}@example.org`, locale: own.hostLocale ?? "en" });
  return bookingAnswer({ attendees: [attendee], hosts: [host] });
}

async function mailTo(address: string | null | undefined, nth = 0): Promise<ParsedMail> {
  const found = await eventually(() => running.mailsTo(address ?? "")[nth]);
  return found.mail;
}

test("the attendee gets a confirmation in their zone, with the private link and a calendar file", async () => {
  const booking = someBooking();
  running.knows(booking);
  await running.tellMade(booking);
  const mail = await mailTo(booking.attendees[0]?.email);

  expect(mail.subject).toBe(
    "Booked: Coaching with Hanna Host, Monday 1 Feb 2027, 04:00–04:30 (Eastern Time)",
  );
  expect(mail.from?.value).toEqual([{ name: "Tidbok", address: "no-reply@tidbok.example" }]);
  expect(mail.text).toContain("Hello Anna Andersson,");
  expect(mail.text).toMatch(/When: Monday.*1 February 2027.*04:00.*04:30 \(America\/New_York\)/u);
  expect(mail.text).toContain("Where: In person: Kungsgatan 1, Stockholm");
  expect(mail.text).toContain("https://book.tidbok.example/manage#secret-token");
  expect(mail.html).toContain('href="https://book.tidbok.example/manage#secret-token"');
  expect(mail.text).not.toContain("career");
  expect(JSON.stringify(mail)).not.toContain("hanna");
  expect(mail.headers.get("auto-submitted")).toBe("auto-generated");

  const { calendar, event, facts, text } = calendarOf(mail);
  expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
  expect(facts.uid).toBe(booking.id);
  expect(facts.sequence).toBe(0);
  expect(text).toContain("DTSTART:20270201T090000Z");
  expect(text).toContain("DTEND:20270201T093000Z");
  expect(facts.summary).toBe("Coaching – Hanna Host");
  expect(facts.location).toBe("Kungsgatan 1, Stockholm");
  expect(event.getFirstPropertyValue("status")).toBe("CONFIRMED");
  expect(event.getFirstProperty("organizer")?.getParameter("cn")).toBe("Hanna Host");
  expect(facts.organizer).toBe("mailto:no-reply@tidbok.example");
  expect(facts.attendees.map((each) => String(each.getFirstValue()).toLowerCase())).toEqual([
    `mailto:${booking.attendees[0]?.email}`,
  ]);
  // Where people look when they want to move a meeting: in their calendar.
  const link = "https://book.tidbok.example/manage#secret-token";
  expect(event.getFirstPropertyValue("url")).toBe(link);
  expect(facts.description).toBe(
    `See, move or cancel the meeting: ${link}\n` +
      "This link is yours alone: anyone with it can move or cancel the meeting.",
  );
});

test("the calendar is an alternative of the text as well, which is what shows the buttons in mail programs", async () => {
  const booking = someBooking();
  running.knows(booking);
  await running.tellMade(booking);
  const mail = await mailTo(booking.attendees[0]?.email);
  const part = mail.attachments.find(({ contentType }) => contentType === "text/calendar");
  expect(part?.headers.get("content-type")).toMatchObject({
    value: "text/calendar",
    params: { method: "REQUEST", charset: "utf-8" },
  });
  expect(part?.content.toString("utf8")).toBe(calendarOf(mail).text);
  // RFC 5545: lines end with CR LF and have 75 octets at most.
  const lines = calendarOf(mail).text.split("\r\n");
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
});

test("the host gets who comes and what was answered, as text and not as markup, and not the private link", async () => {
  const booking = someBooking();
  running.knows(booking);
  await running.tellMade(booking);
  const mail = await mailTo(booking.hosts[0]?.email);

  expect(mail.subject).toBe(
    "Booked: Coaching with Anna Andersson, Monday 1 Feb 2027, 10:00–10:30 (Central European Time)",
  );
  expect(mail.text).toContain("Who: Anna Andersson");
  expect(mail.text).toContain(`E-mail: ${booking.attendees[0]?.email}`);
  expect(mail.text).toContain("What about?: My <b>career</b>");
  expect(mail.html).toContain("My &#60;b&#62;career&#60;/b&#62;");
  expect(mail.text).toContain("How many?: 3");
  expect(mail.text).toContain("May we record?: No");
  expect(mail.text).toContain("10:00");
  expect(JSON.stringify(mail)).not.toContain("secret-token");
  const page = `https://book.tidbok.example/app/bookings/${booking.id}`;
  expect(mail.text).toContain(`See the booking:\n${page}\n`);
  expect(mail.html).toContain(`href="${page}"`);
  expect(calendarOf(mail).event.getFirstPropertyValue("url")).toBe(page);
  expect(mail.replyTo?.value[0]?.address).toBe(booking.attendees[0]?.email);
  expect(
    calendarOf(mail).facts.attendees.map((each) => String(each.getFirstValue()).toLowerCase()),
  ).toEqual([`mailto:${booking.hosts[0]?.email}`]);
});

test("each side reads its own language", async () => {
  const booking = someBooking({ attendeeLocale: "sv", hostLocale: "en" });
  running.knows(booking);
  await running.tellMade(booking);
  const swedish = await mailTo(booking.attendees[0]?.email);
  expect(swedish.subject).toBe(
    "Bokat: Coaching med Hanna Host, måndag 1 feb. 2027, 04:00–04:30 (östnordamerikansk tid)",
  );
  expect(swedish.html).toContain('lang="sv"');
  expect(swedish.text).toContain("måndag 1 februari 2027");
  const english = await mailTo(booking.hosts[0]?.email);
  expect(english.text).toContain("Somebody has booked a meeting with you.");
});

test("a move reaches both with a higher SEQUENCE and the same UID", async () => {
  const booking = someBooking();
  running.knows(booking);
  await running.tellMade(booking);
  await mailTo(booking.attendees[0]?.email);
  await mailTo(booking.hosts[0]?.email);
  const moved = {
    ...booking,
    sequence: 1,
    startAt: "2027-02-02T13:00:00.000Z",
    endAt: "2027-02-02T13:30:00.000Z",
  };
  running.knows(moved);
  await running.tellRescheduled(moved);
  for (const address of [booking.attendees[0]?.email, booking.hosts[0]?.email]) {
    const mail = await mailTo(address, 1);
    expect(mail.subject).toMatch(/^Moved: Coaching/);
    const { facts, text, calendar } = calendarOf(mail);
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    expect([facts.uid, facts.sequence]).toEqual([booking.id, 1]);
    expect(text).toContain("DTSTART:20270202T130000Z");
  }
});

test("a cancellation takes the meeting out of both calendars, with the reason for the attendee and without the link", async () => {
  const booking = someBooking();
  running.knows(booking);
  await running.tellMade(booking);
  await mailTo(booking.attendees[0]?.email);
  await mailTo(booking.hosts[0]?.email);
  const cancelled = {
    ...booking,
    state: "CANCELLED",
    sequence: 1,
    cancellation: { by: "HOST" },
    attendees: booking.attendees.map((each) => ({ ...each, cancellationReason: "I am ill." })),
  };
  running.knows(cancelled);
  await running.tellCancelled(cancelled, "HOST");
  const mail = await mailTo(booking.attendees[0]?.email, 1);
  expect(mail.subject).toMatch(/^Cancelled: Coaching/);
  expect(mail.text).toContain("was cancelled by the host");
  expect(mail.text).toContain("Reason: I am ill.");
  expect(mail.text).not.toContain("manage#");
  const { calendar, event, facts } = calendarOf(mail);
  expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
  expect(event.getFirstPropertyValue("status")).toBe("CANCELLED");
  expect([facts.uid, facts.sequence]).toEqual([booking.id, 1]);
  expect(event.getFirstPropertyValue("url")).toBeNull();
  expect(calendarOf(await mailTo(booking.hosts[0]?.email, 1)).facts.uid).toBe(booking.id);
});

test("of several attendees each gets a mail of their own, and no calendar names another", async () => {
  const booking = someBooking();
  const bo = attendeeAnswer({ name: "Bo Berg", email: "bo@example.net" });
  const both = { ...booking, attendees: [...booking.attendees, bo] };
  running.knows(both);
  await running.tellMade(both);
  const [anna, other] = [await mailTo(both.attendees[0]?.email), await mailTo(bo.email)];
  expect(anna.text + calendarOf(anna).text).not.toMatch(/Bo Berg|bo@example\.net/);
  expect(other.text + calendarOf(other).text).not.toMatch(/Anna A|anna\d/);
});

test("a name that is an advertisement is not sent in our name to the address that came with it", async () => {
  const booking = someBooking();
  const [attendee] = booking.attendees;
  const spam = { ...booking, attendees: [{ ...attendee!, name: "Win at www.evil.example" }] };
  running.knows(spam);
  await running.tellMade(spam);
  const mail = await mailTo(attendee?.email);
  expect(mail.text).toContain("Hello,");
  expect(JSON.stringify(mail)).not.toContain("evil");
});

test("for each mail the graph is asked only for what that mail needs", async () => {
  running.graph.asked.length = 0;
  const booking = someBooking();
  running.knows(booking);
  await running.tellMade(booking);
  await mailTo(booking.attendees[0]?.email);
  await mailTo(booking.hosts[0]?.email);
  expect(running.graph.asked.toSorted()).toEqual(["AttendeeBookingMail", "HostBookingMail"]);
});

test("an event that comes twice makes one mail to each", async () => {
  const booking = someBooking();
  running.knows(booking);
  const eventId = await running.tellMade(booking);
  await running.tellMade(booking, eventId);
  // A booking's events come in order: once its move was told, the repetition before it was heard.
  const moved = { ...booking, sequence: 1 };
  running.knows(moved);
  await running.tellRescheduled(moved);
  await mailTo(booking.hosts[0]?.email, 1);
  await mailTo(booking.attendees[0]?.email, 1);
  const kinds = (await running.deliveries({ aboutId: booking.id })).map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual([
    "BOOKING_MADE",
    "BOOKING_MADE",
    "BOOKING_RESCHEDULED",
    "BOOKING_RESCHEDULED",
  ]);
});

test("news that newer news has overtaken is skipped", async () => {
  const booking = someBooking();
  const cancelled = {
    ...booking,
    state: "CANCELLED",
    sequence: 1,
    cancellation: { by: "ATTENDEE" },
  };
  running.knows(cancelled);
  await running.tellMade(booking);
  await running.tellCancelled(cancelled, "ATTENDEE");
  const mail = await mailTo(booking.attendees[0]?.email);
  expect(mail.subject).toMatch(/^Cancelled/);
  await eventually(async () => {
    const states = (await running.deliveries({ aboutId: booking.id })).map(
      ({ kind, state }) => `${kind} ${state}`,
    );
    expect(states.toSorted()).toEqual([
      "BOOKING_CANCELLED SENT",
      "BOOKING_CANCELLED SENT",
      "BOOKING_MADE SKIPPED",
      "BOOKING_MADE SKIPPED",
    ]);
    return true;
  });
});

test("the organization's logo comes within the mail, and a new organization sends none", async () => {
  // One transparent pixel.
  const logoPng =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
  for (const isNew of [false, true]) {
    const email = isNew ? "new.logo@example.com" : "known.logo@example.com";
    const booking = bookingAnswer({
      attendees: [attendeeAnswer({ email })],
      organization: { name: "Lindgren", logoPng },
    });
    // An id tells when its organization was made.
    running.belongsTo(booking, isNew ? newId() : "01800000-0000-7000-8000-000000000000");
    running.knows(booking);
    await running.tellMade(booking);
    const mail = await mailTo(email);
    const found = mail.attachments.filter(({ contentType }) => contentType === "image/png");
    expect(found.map(({ content }) => content.toString("base64"))).toEqual(isNew ? [] : [logoPng]);
    expect(found.map(({ cid }) => cid)).toEqual(isNew ? [] : ["logo"]);
    expect(mail.text).toContain("Lindgren");
    expect(calendarOf(mail).facts.uid).toBe(booking.id);
  }
});
