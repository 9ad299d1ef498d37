import { newId } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import { afterAll, expect, test } from "vitest";
import { attendeeAnswer, bookingAnswer, hostAnswer } from "./support/answers.ts";
import { calendarOf } from "./support/calendar-of.ts";
import { startIntegrations } from "./support/running.ts";

const running = await startIntegrations();
afterAll(() => running.stop());

/** A weekly series of which the third is cancelled and somebody else hosts the fourth. */
function someSeries() {
  const booking = bookingAnswer({
    attendees: [attendeeAnswer({ email: "weekly@example.com", timeZone: "Europe/Stockholm" })],
    hosts: [hostAnswer({ email: "weekly-host@example.org" })],
  });
  const following = [8, 15, 22].map((day, i) => ({
    id: newId(),
    state: i === 1 ? "CANCELLED" : "CONFIRMED",
    sequence: 0,
    startAt: `2027-02-${String(day).padStart(2, "0")}T09:00:00.000Z`,
    endAt: `2027-02-${String(day).padStart(2, "0")}T09:30:00.000Z`,
    hosts: i === 2 ? [{ id: newId() }] : booking.hosts.map(({ id }) => ({ id })),
    attendees: [{ manageUrl: `https://book.tidbok.example/manage#token-${day}` }],
  }));
  const { id, state, sequence, startAt, endAt, hosts, attendees } = booking;
  const first = { id, state, sequence, startAt, endAt, hosts, attendees };
  return { ...booking, series: { bookings: [first, ...following] } };
}

test("a series is one mail with all its meetings, each with its own link, and one calendar file", async () => {
  const booking = someSeries();
  running.knows(booking);
  await running.tellMade(booking);
  const { mail } = await eventually(() => running.mailsTo("weekly@example.com")[0]);
  expect(mail.text).toMatch(/When: Monday.*1 February/u);
  expect(mail.text).toMatch(/Also: Monday.*8 February 2027.*10:00.*\nhttps:.*#token-8/u);
  expect(mail.text).toMatch(/Also: Monday.*22 February 2027.*\nhttps:.*#token-22/u);
  expect(mail.text).not.toContain("15 February");
  const { calendar, text } = calendarOf(mail);
  expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
  const events = calendar.getAllSubcomponents("vevent");
  const [, second, , fourth] = booking.series.bookings;
  expect(events.map((event) => event.getFirstPropertyValue("uid"))).toEqual([
    booking.id,
    second?.id,
    fourth?.id,
  ]);
  expect(text).not.toContain("ATTENDEE");
  expect(events.map((event) => event.getFirstPropertyValue("url"))).toEqual(
    ["secret-token", "token-8", "token-22"].map(
      (token) => `https://book.tidbok.example/manage#${token}`,
    ),
  );

  const host = await eventually(() => running.mailsTo("weekly-host@example.org")[0]);
  expect(host.mail.text).toMatch(/Also: Monday.*8 February 2027/u);
  // What somebody else hosts is news for them, and the attendee's links are for the attendee.
  expect(host.mail.text).not.toMatch(/22 February|#token/u);
});

test("a meeting whose series was told of has no mail of its own when it is made, and one when it is moved", async () => {
  const booking = bookingAnswer({
    attendees: [attendeeAnswer({ email: "following@example.com" })],
    hosts: [hostAnswer({ email: "following-host@example.org" })],
  });
  running.knows(booking);
  await running.tellFollowing(booking);
  running.knows({ ...booking, sequence: 1 });
  await running.tellRescheduled({ ...booking, sequence: 1 });
  const { mail } = await eventually(() => running.mailsTo("following@example.com")[0]);
  expect(mail.subject).toMatch(/^Moved/);
  expect(running.mailsTo("following@example.com")).toHaveLength(1);
});

test.each(["CANCELLED", "CONFIRMED"])(
  "a series whose first meeting is %s before its mail goes is told with the meetings that follow",
  async (state) => {
    const isAsked = state === "CONFIRMED";
    const name = state.toLowerCase();
    const attendee = attendeeAnswer({ email: `${name}@example.com`, timeZone: "Europe/Stockholm" });
    const host = hostAnswer({ email: `${name}@example.org` });
    const first = { ...someSeries(), attendees: [attendee], hosts: [host] };
    const series = {
      bookings: first.series.bookings.map((meeting) => ({
        ...meeting,
        state: meeting.id === first.id ? state : isAsked ? "PENDING" : "CONFIRMED",
        hosts: [{ id: host.id }],
      })),
    };
    running.knows({ ...first, state, sequence: 1, series });
    // The event says what was true when it was told.
    await running.tellMade({ ...first, state: isAsked ? "PENDING" : "CONFIRMED" });
    const { mail } = await eventually(() => running.mailsTo(`${name}@example.com`)[0]);
    expect(mail.subject).toMatch(isAsked ? /^Asked for: .*8 Feb/ : /^Booked: .*8 Feb/);
    expect(mail.text).toMatch(/When: Monday.*8 February.*10:00/u);
    expect(mail.text).toMatch(/Also: Monday.*15 February.*\nhttps:.*#token-15/u);
    expect(mail.text).toMatch(/Also: Monday.*22 February/u);
    expect(mail.text).toContain("https://book.tidbok.example/manage#token-8");
    expect(mail.text).not.toMatch(/\b1 February/u);
    const uids = calendarOf(mail)
      .calendar.getAllSubcomponents("vevent")
      .map((event) => event.getFirstPropertyValue("uid"));
    expect(uids).toEqual(series.bookings.slice(1).map(({ id }) => id));
    const toHost = await eventually(() => running.mailsTo(`${name}@example.org`)[0]);
    expect(toHost.mail.text).toMatch(/When: Monday.*8 February/u);
  },
);

test("a further meeting with news of its own is left out of the mail about its series", async () => {
  const booking = someSeries();
  const email = "moved-later@example.com";
  const attendees = [attendeeAnswer({ email, timeZone: "Europe/Stockholm" })];
  // An attendee has moved the second meeting, and its host is asked again.
  const bookings = booking.series.bookings.map((meeting, i) =>
    i === 1 ? { ...meeting, state: "PENDING", sequence: 1 } : meeting,
  );
  running.knows({ ...booking, attendees, series: { bookings } });
  await running.tellMade({ ...booking, attendees });
  const { mail } = await eventually(() => running.mailsTo(email)[0]);
  expect(mail.text).toMatch(/When: Monday.*1 February/u);
  expect(mail.text).toMatch(/Also: Monday.*22 February/u);
  expect(mail.text).not.toMatch(/\b8 February/u);
});
