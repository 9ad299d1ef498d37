import { randomUUID } from "node:crypto";
import { eventually } from "@tidbok/testing";
import { expect, test } from "vitest";
import { demand } from "./support/ask.ts";
import { openStage } from "./support/bookings.ts";
import { mailsTo, mailTo } from "./support/mailbox.ts";
import { newPerson } from "./support/people.ts";

test("a series of twelve meetings is one mail to each side, with a link to each, and each goes its own way", async () => {
  const { host, meetingType, slots } = await openStage("Serena", { maximumOccurrences: 12 });
  const { name, email } = newPerson("Vera");
  const input = {
    meetingTypeId: meetingType.id,
    startAt: slots[0],
    attendee: { name, email, timeZone: "Europe/Stockholm", locale: "en" },
    recurrence: { frequency: "DAILY", count: 12 },
    idempotencyKey: randomUUID(),
  };
  const { bookSeries } = await demand({
    query: `mutation ($input: BookSeriesInput!) { bookSeries(input: $input) {
      series { id bookings { id startAt } } bookings { booking { id } manageToken } missing { code } } }`,
    variables: { input },
  });
  expect(bookSeries.missing).toEqual([]);
  expect(bookSeries.series.bookings).toHaveLength(12);

  const mail = await mailTo(email, /^Booked/);
  const tokens = [...(mail.text ?? "").matchAll(/\/manage#([\w.~-]+)/g)].map(([, token]) => token);
  expect(new Set(tokens).size).toBe(12);
  const file = mail.attachments.find(({ filename }) => filename?.endsWith(".ics"));
  expect(file?.content.toString("utf8").match(/BEGIN:VEVENT/g)).toHaveLength(12);
  const toHost = await mailTo(host.email, /^Booked/);
  expect(toHost.text).toContain(name);
  expect(toHost.text).not.toContain("/manage#");

  const [, , third] = bookSeries.bookings;
  const { myBooking } = await demand({
    query: "{ myBooking { id series { bookings { id } } attendees { email } } }",
    token: third.manageToken,
  });
  expect(myBooking).toMatchObject({ id: third.booking.id, attendees: [{ email }] });
  expect(myBooking.series.bookings).toHaveLength(12);
  await demand({
    query: `mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { state } }`,
    variables: { input: { bookingId: third.booking.id } },
    token: third.manageToken,
  });
  await mailTo(email, /^Cancelled/);
  await eventually(async () =>
    (await mailsTo(host.email)).some(({ subject }) => /^Cancelled/.test(subject ?? "")),
  );
  expect(await mailsTo(email)).toHaveLength(2);
});
