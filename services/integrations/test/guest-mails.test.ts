import { newId, type Caller } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import type { ParsedMail } from "mailparser";
import { afterAll, expect, test } from "vitest";
import { attendeeAnswer, bookingAnswer, guestAnswer, hostAnswer } from "./support/answers.ts";
import { calendarOf } from "./support/calendar-of.ts";
import { startIntegrations } from "./support/running.ts";

const running = await startIntegrations();
afterAll(() => running.stop());

let number = 0;
// Each test has addresses of its own, so that it finds its mails among the others'.
function someBooking(own: { state?: string } = {}) {
  number += 1;
  const attendee = attendeeAnswer({ email: `anna${number}@example.com`, locale: "sv" });
  const host = hostAnswer({ email: `hanna${number}@example.org` });
  const guests = [guestAnswer(`gil${number}@example.net`), guestAnswer(`gus${number}@example.net`)];
  return bookingAnswer({ attendees: [attendee], hosts: [host], guests, ...own });
}

async function mailTo(address: string | null | undefined, nth = 0): Promise<ParsedMail> {
  const found = await eventually(() => running.mailsTo(address ?? "")[nth]);
  return found.mail;
}

test("each guest gets an invitation of their own, in which nobody's words and no other guest stand", async () => {
  const booking = someBooking();
  running.knows(booking);
  await running.tellMade(booking);
  for (const [i, { email }] of booking.guests.entries()) {
    const mail = await mailTo(email);
    expect(mail.subject).toBe(
      "Inbjudan: Coaching med Hanna Host, måndag 1 feb. 2027, 04:00–04:30 (östnordamerikansk tid)",
    );
    expect(mail.text).toContain("Du är inbjuden till ett möte som gäst.");
    expect(mail.text).toContain(`https://book.tidbok.example/manage#${email}`);
    const other = booking.guests[1 - i]?.email ?? "";
    const whole = `${mail.text}${mail.html}${calendarOf(mail).text}${mail.subject}`;
    for (const word of ["spam", "Andersson", "anna", other]) {
      expect(whole.replaceAll(/hanna/gi, "")).not.toContain(word);
    }
    const { facts, calendar } = calendarOf(mail);
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(facts.uid).toBe(booking.id);
    expect(facts.attendees.map((each) => String(each.getFirstValue()).toLowerCase())).toEqual([
      `mailto:${email}`,
    ]);
    expect(mail.replyTo).toBeUndefined();
  }
  expect(running.graph.asked).toContain("GuestBookingMail");
});

test("guests who come later, and those who are taken out, hear of it; the others do not", async () => {
  const booking = { ...someBooking(), guests: [] as ReturnType<typeof guestAnswer>[] };
  running.knows(booking);
  await running.tellMade(booking);
  await mailTo(booking.attendees[0]?.email);
  const guest = guestAnswer(`later${number}@example.net`);
  const with1 = { ...booking, guests: [guest] };
  running.knows(with1);
  await running.tellInvited(with1, [guest.id]);
  expect((await mailTo(guest.email)).subject).toMatch(/^Inbjudan/);
  const moved = { ...with1, sequence: 1, startAt: "2027-02-02T09:00:00.000Z" };
  running.knows({ ...moved, endAt: "2027-02-02T09:30:00.000Z" });
  await running.tellRescheduled(moved);
  const move = await mailTo(guest.email, 1);
  expect(move.subject).toMatch(/^Flyttat/);
  expect(calendarOf(move).facts.sequence).toBe(1);
  await running.tellGuestLeft(moved, guest.id);
  const out = await mailTo(guest.email, 2);
  expect(out.subject).toMatch(/^Inte längre inbjuden/);
  expect(calendarOf(out).calendar.getFirstPropertyValue("method")).toBe("CANCEL");
  expect(out.text).not.toContain("manage#");
  await running.tellCancelled({ ...moved, sequence: 2 }, "HOST");
  await eventually(async () => (await running.deliveries({ aboutId: booking.id })).length >= 9);
  expect(running.mailsTo(guest.email ?? "")).toHaveLength(3);
});

test("guests of a meeting that waits for a yes hear of it with the yes, and of no end of what they never heard of", async () => {
  const asked = someBooking({ state: "PENDING" });
  running.knows(asked);
  await running.tellMade(asked);
  await mailTo(asked.attendees[0]?.email);
  const confirmed = { ...asked, state: "CONFIRMED", sequence: 1 };
  running.knows(confirmed);
  await running.tellConfirmed(confirmed);
  expect((await mailTo(asked.guests[0]?.email)).subject).toMatch(/^Inbjudan/);

  const refused = someBooking({ state: "PENDING" });
  running.knows(refused);
  await running.tellMade(refused);
  await mailTo(refused.attendees[0]?.email);
  const declined = { ...refused, state: "DECLINED", sequence: 1, cancellation: { by: "HOST" } };
  running.knows(declined);
  await running.tellDeclined(declined, "HOST");
  await eventually(async () => {
    const all = await running.deliveries({ aboutId: refused.id });
    const toGuests = all.filter((each) => each.recipient_kind === "GUEST");
    expect(toGuests.map((each) => each.last_error_code)).toEqual(["NEVER_TOLD", "NEVER_TOLD"]);
    return true;
  });
  expect(running.mailsTo(refused.guests[0]?.email ?? "")).toEqual([]);
});

test("an admin learns from no missing mail whether an invited guest takes part already; a host sees every mail", async () => {
  const booking = someBooking();
  running.knows(booking);
  await running.tellMade(booking);
  const organizationId = running.organizationOf(booking);
  const guest = guestAnswer(`guessed${number}@example.net`);
  running.knows({ ...booking, guests: [...booking.guests, guest] });
  // A wrong guess is mailed. For a right one scheduling names no guest to mail.
  await running.tellInvited(booking, [guest.id]);
  await eventually(async () => (await running.deliveries({ aboutId: booking.id })).length === 5);
  const shownTo = async (role: "ADMIN" | "MEMBER", accountId: string) => {
    const caller: Caller = {
      kind: "account",
      accountId,
      sessionId: newId(),
      isFresh: true,
      memberships: [{ organizationId, role }],
      purpose: "provide.schedule",
    };
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) {
      ... on Booking { deliveries { nodes { recipientKind } } }
      ... on Organization { deliveries { nodes { recipientKind } } } } }`;
    const of = [
      { __typename: "Booking", id: booking.id },
      { __typename: "Organization", id: organizationId },
    ];
    const { data } = await running.ask(caller, { query, variables: { of } });
    return data._entities.map(
      ({ deliveries }: { deliveries: { nodes: { recipientKind: string }[] } | null }) =>
        deliveries?.nodes.map(({ recipientKind }) => recipientKind).sort() ?? null,
    );
  };
  const withoutGuests = ["ATTENDEE", "HOST"];
  expect(await shownTo("ADMIN", newId())).toEqual([withoutGuests, withoutGuests]);
  const hostId = booking.hosts[0]?.id ?? "";
  const all = ["ATTENDEE", "GUEST", "GUEST", "GUEST", "HOST"];
  expect(await shownTo("MEMBER", hostId)).toEqual([all, null]);
  expect(await shownTo("ADMIN", hostId)).toEqual([all, withoutGuests]);
});

test("a host that is a guest as well gets the host's mail alone, however the domain is written", async () => {
  const host = hostAnswer({ email: "host.and.guest@exämple.org" });
  const other = guestAnswer("other.guest@example.net");
  const guests = [guestAnswer("host.and.guest@XN--EXMPLE-CUA.org"), other];
  const booking = { ...someBooking(), hosts: [host], guests };
  running.knows(booking);
  await running.tellMade(booking);
  await mailTo(other.email);
  await eventually(async () => {
    const all = await running.deliveries({ aboutId: booking.id });
    expect(all.map((each) => [each.recipient_kind, each.last_error_code])).toContainEqual([
      "GUEST",
      "IS_HOST",
    ]);
    return all.every(({ state }) => state === "SENT" || state === "SKIPPED");
  });
  expect(running.mailsTo(guests[0]?.email ?? "")).toEqual([]);
});
