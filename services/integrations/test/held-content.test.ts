import { newId } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import { v7 } from "uuid";
import { afterAll, expect, test } from "vitest";
import { attendeeAnswer, bookingAnswer, guestAnswer, hostAnswer } from "./support/answers.ts";
import { calendarOf } from "./support/calendar-of.ts";
import { startIntegrations } from "./support/running.ts";

const running = await startIntegrations();
afterAll(() => running.stop());

const monthAgo = Date.now() - 30 * 24 * 3_600_000;
const trap = "Your account is locked: https://evil.example/now";
const online = { kind: "ONLINE", text: "https://meet.example.org/room" };

let number = 0;
function someBooking(own: Partial<ReturnType<typeof bookingAnswer>>, isKnown = true) {
  number += 1;
  const booking = bookingAnswer({
    attendees: [attendeeAnswer({ email: `reader${number}@example.com` })],
    hosts: [],
    ...own,
  });
  running.belongsTo(booking, isKnown ? v7({ msecs: monthAgo }) : newId());
  running.knows(booking);
  return { booking, address: booking.attendees[0]?.email ?? "" };
}

const mailTo = async (address: string) =>
  (await eventually(() => running.mailsTo(address)[0])).mail;

const lastOf = async ({ id }: { id: string }) => (await running.deliveries({ aboutId: id })).at(-1);

test("links in titles, places and names are not clickable for a person that another person booked in", async () => {
  const hosts = [hostAnswer({ displayName: "Win at www.evil.app", email: "hanna@example.org" })];
  const { booking, address } = someBooking({
    hosts,
    location: online,
    meetingType: { title: trap },
    guests: [guestAnswer("guest-of-links@example.net")],
  });
  await running.tellOnBehalf(booking);
  for (const reader of [address, "guest-of-links@example.net"]) {
    const mail = await mailTo(reader);
    const whole = `${mail.subject}${mail.text}${mail.html}${calendarOf(mail).text}`;
    expect(whole).not.toMatch(/evil\.|meet\.example|https:\/\/(?!book\.tidbok)/);
    expect(mail.text).toContain("https[:]//evil[.]example/now");
    expect(mail.text).toContain("https[:]//meet[.]example[.]org/room");
  }
  // The host knows the place that they gave.
  expect((await mailTo("hanna@example.org")).text).toContain("https://meet.example.org/room");
});

test("an attendee that booked gets the place as it is, and still no link in the title", async () => {
  const { booking, address } = someBooking({ location: online, meetingType: { title: trap } });
  await running.tellMade(booking);
  const { text } = await mailTo(address);
  expect(text).toContain("https://meet.example.org/room");
  expect(text).not.toContain("https://evil");
});

test("what an attendee calls themselves is not clickable for their host", async () => {
  const hosts = [hostAnswer({ email: "host-of-links@example.org" })];
  const attendees = [attendeeAnswer({ name: trap, email: "named@example.com" })];
  const { booking } = someBooking({ hosts, attendees });
  await running.tellMade(booking);
  const { subject, text } = await mailTo("host-of-links@example.org");
  expect(`${subject}${text}`).not.toContain("https://evil");
});

test.each([
  ["a title", { meetingType: { title: trap } }],
  ["the name of the organization", { organization: { name: "evil.com" } }],
  ["a place", { location: online }],
])(
  "a mail of a new organization with a link in %s is held back, visibly, until the words change",
  async (_, own) => {
    const { booking, address } = someBooking(own, false);
    await running.tellOnBehalf(booking);
    await eventually(async () => {
      expect(await lastOf(booking)).toMatchObject({
        state: "PENDING",
        attempts: 0,
        last_error_code: "CONTENT_HELD",
      });
      return true;
    });
    expect(running.mailsTo(address)).toEqual([]);
    const { location, meetingType, organization } = bookingAnswer();
    running.knows({ ...booking, location, meetingType, organization });
    running.pass(15 * 60_000);
    expect((await mailTo(address)).text).toContain("Coaching");
  },
);

test("a mail whose words do not change is given up after three days", async () => {
  const { booking, address } = someBooking({ meetingType: { title: trap } }, false);
  await running.tellMade(booking);
  await eventually(async () => (await lastOf(booking))?.last_error_code === "CONTENT_HELD");
  running.pass(3 * 24 * 3_600_000);
  await eventually(async () => {
    expect(await lastOf(booking)).toMatchObject({
      state: "FAILED",
      last_error_code: "CONTENT_HELD",
    });
    return true;
  });
  expect(running.mailsTo(address)).toEqual([]);
});
