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
function someBooking() {
  number += 1;
  const answers = [
    { question: { label: "What about?" }, text: "My career", number: null, consent: null },
  ];
  const attendee = attendeeAnswer({ email: `anna${number}@example.com`, answers });
  const host = hostAnswer({ email: `hanna${number}@example.org` });
  return bookingAnswer({ attendees: [attendee], hosts: [host] });
}

async function mailTo(address: string | null | undefined, nth = 0): Promise<ParsedMail> {
  const found = await eventually(() => running.mailsTo(address ?? "")[nth]);
  return found.mail;
}

test("another host gets the meeting, the one before loses it, and the attendee reads who it is", async () => {
  const booking = someBooking();
  const [before] = booking.hosts;
  running.knows(booking);
  await running.tellMade(booking);
  await mailTo(booking.attendees[0]?.email);
  const after = hostAnswer({ email: `petra${number}@example.org`, displayName: "Petra Host" });
  const given = { ...booking, sequence: 1, hosts: [after], formerHosts: booking.hosts };
  running.knows(given);
  await running.tellReassigned(given, { fromHostId: before!.id, toHostId: after.id });

  const attendee = await mailTo(booking.attendees[0]?.email, 1);
  expect(attendee.subject).toMatch(/^New host: Coaching with Petra Host/);
  expect(attendee.text).toContain("Another host has your meeting now");
  const { facts } = calendarOf(attendee);
  expect([facts.uid, facts.sequence]).toEqual([booking.id, 1]);

  const host = await mailTo(after.email);
  expect(host.text).toContain("Anna Andersson");
  expect(calendarOf(host).calendar.getFirstPropertyValue("method")).toBe("REQUEST");

  const former = await mailTo(before?.email, 1);
  expect(former.subject).toMatch(/^No longer yours: Coaching/);
  const { calendar, event, facts: gone } = calendarOf(former);
  expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
  expect(event.getFirstPropertyValue("status")).toBe("CANCELLED");
  expect([gone.uid, gone.sequence]).toEqual([booking.id, 1]);
  expect(`${former.text}${former.html}${calendarOf(former).text}`).not.toMatch(
    /Andersson|anna\d+@example.com|career/,
  );

  // From now on news goes to whoever hosts.
  const cancelled = { ...given, state: "CANCELLED", sequence: 2, cancellation: { by: "HOST" } };
  running.knows(cancelled);
  await running.tellCancelled(cancelled, "HOST");
  expect((await mailTo(after.email, 1)).subject).toMatch(/^Cancelled/);
  expect(running.mailsTo(before?.email ?? "")).toHaveLength(2);
});

test("other times are put to the other side alone, in its zone, and no calendar hears of them", async () => {
  const booking = someBooking();
  running.knows(booking);
  await running.tellMade(booking);
  const [attendee, host] = [booking.attendees[0]?.email, booking.hosts[0]?.email];
  await mailTo(attendee);
  await mailTo(host);
  const startsAt = ["2027-02-02T09:00:00.000Z", "2027-02-03T09:00:00.000Z"];
  const asked = { ...booking, proposal: { state: "OPEN", startsAt } };
  running.knows(asked);
  await running.tellProposed(asked, "HOST");
  const question = await mailTo(attendee, 1);
  expect(question.subject).toMatch(/^Other times proposed: Coaching/);
  expect(question.text).toMatch(/Could begin: Tuesday 2 February 2027, 04:00–04:30 .*\nWednesday/u);
  expect(question.text).toContain("https://book.tidbok.example/manage#secret-token");
  expect(question.attachments).toEqual([]);
  running.knows({ ...booking, proposal: { state: "DECLINED", startsAt } });
  await running.tellTimesDeclined(asked, "ATTENDEE");
  const answer = await mailTo(host, 1);
  expect(answer.subject).toMatch(/^Other times declined: Coaching/);
  expect(answer.text).not.toContain("Could begin");
  expect(running.mailsTo(attendee ?? "")).toHaveLength(2);

  // What was answered or withdrawn before the mail went is not asked any more.
  await running.tellProposed(asked, "ATTENDEE");
  await eventually(async () => {
    const all = await running.deliveries({ aboutId: booking.id });
    expect(all.at(-1)).toMatchObject({ state: "SKIPPED", last_error_code: "SUPERSEDED" });
    return true;
  });
});
