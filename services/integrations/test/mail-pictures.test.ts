import { findChromium } from "@tidbok/infra";
import { execFileSync } from "node:child_process";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bookingAnswer as readBooking } from "../src/mails/adapters/graph-answers.ts";
import { bookingMail } from "../src/mails/domain/booking-mail.ts";
import { guestMail } from "../src/mails/domain/guest-mail.ts";
import { invitationMail } from "../src/mails/domain/invitation-mail.ts";
import type { Mail, NoMail } from "../src/mails/domain/mail.ts";
import { verificationMail } from "../src/mails/domain/verification-mail.ts";
import { attendeeAnswer, bookingAnswer, guestAnswer, hostAnswer } from "./support/answers.ts";

const program = findChromium();
const now = Date.UTC(2027, 0, 1);

/** The HTML of each kind of mail, with long words and links, as a phone gets them. */
function mailsIn(locale: string): readonly (readonly [kind: string, html: string])[] {
  const manageUrl = `https://book.tidbok.example/manage#${"a1b2c3d4e5f6".repeat(20)}`;
  const timeZone = "America/Argentina/ComodRivadavia";
  const question = { label: "Donaudampfschifffahrtsgesellschaftskapitän?" };
  const answers = [{ question, text: `x${"y".repeat(120)}`, number: null, consent: null }];
  const attendee = attendeeAnswer({ locale, timeZone, manageUrl, answers });
  const host = hostAnswer({ locale, timeZone });
  const guest = guestAnswer("gil@example.net");
  const times = { state: "CONFIRMED", sequence: 0, hosts: [{ id: host.id }] };
  const series = [8, 15].map((date) => ({
    ...times,
    id: `01a20497-3079-7055-80f8-e7d51753c7${date + 10}`,
    startAt: `2027-02-${String(date).padStart(2, "0")}T09:00:00.000Z`,
    endAt: `2027-02-${String(date).padStart(2, "0")}T09:30:00.000Z`,
    attendees: [{ manageUrl }],
  }));
  const booking = bookingAnswer({
    attendees: [attendee],
    hosts: [host],
    guests: [guest],
    series: { bookings: series },
    location: { kind: "ONLINE", text: `https://meet.example/${"room".repeat(40)}` },
  });
  const facts = readBooking.parse({ booking });
  if (facts === null) throw new Error("no booking");
  const about = (kind: "ATTENDEE" | "HOST" | "GUEST", id: string) =>
    ({ kind: "BOOKING_MADE", recipient: { kind, id }, sequence: 0 }) as const;
  const known = { ...facts, appUrl: "https://book.tidbok.example/app" };
  const mails: readonly (readonly [string, Mail | NoMail])[] = [
    ["attendee", bookingMail(about("ATTENDEE", attendee.id), known)],
    ["host", bookingMail(about("HOST", host.id), known)],
    ["guest", guestMail(about("GUEST", guest.id), facts)],
    [
      "account",
      verificationMail({
        kind: "RECOVERY",
        email: "anna@example.com",
        link: manageUrl,
        locale,
        name: "Anna",
      }),
    ],
    [
      "invitation",
      invitationMail(
        {
          email: "anna@example.com",
          link: manageUrl,
          locale,
          expiresAt: now + 1,
          organizationName: "Lindgren",
        },
        now,
      ),
    ],
  ];
  return mails.map(([kind, mail]) => {
    if ("reason" in mail) throw new Error(`${kind}: ${mail.reason}`);
    return [kind, mail.html] as const;
  });
}

// In words, since this program knows no pages' globals. Of every text, how it stands out from what is behind it.
const contrasts = `(() => {
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const luminance = (color) => {
    const [r, g, b] = channels(color).slice(0, 3).map((each) => {
      const part = each / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    const color = getComputedStyle(element).backgroundColor;
    const [, , , alpha = 1] = channels(color);
    return alpha === 1 || element === document.documentElement ? color : behind(element.parentElement);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { parentElement: element, textContent } = walker.currentNode;
    if (textContent.trim() === "") continue;
    const [a, b] = [luminance(getComputedStyle(element).color), luminance(behind(element))];
    found.push({ text: textContent.trim().slice(0, 40), ratio: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) });
  }
  return found;
})()`;

describe.skipIf(program === null)("in a browser, 320 px wide", () => {
  let browser: Browser;
  beforeAll(async () => {
    const path = program?.includes("/")
      ? program
      : execFileSync("which", [program ?? ""], { encoding: "utf8" }).trim();
    browser = await chromium.launch({ executablePath: path, args: ["--no-sandbox"] });
  });
  afterAll(() => browser?.close());

  test.each([
    ["en", "light"],
    ["en", "dark"],
    ["sv", "light"],
    ["sv", "dark"],
  ] as const)(
    "mails in %s can be read in the %s, fit, and load nothing",
    async (locale, scheme) => {
      const context = await browser.newContext({
        viewport: { width: 320, height: 640 },
        colorScheme: scheme,
        locale,
      });
      const page = await context.newPage();
      const requests: string[] = [];
      await page.route("**/*", (route) => {
        requests.push(route.request().url());
        return route.abort();
      });
      for (const [kind, html] of mailsIn(locale)) {
        await page.setContent(html);
        const which = `${kind} ${locale} ${scheme}`;
        expect(await page.evaluate("document.documentElement.scrollWidth"), which).toBe(320);
        const found = await page.evaluate<{ text: string; ratio: number }[]>(contrasts);
        expect(found.length, which).toBeGreaterThan(3);
        expect(
          found.filter(({ ratio }) => ratio < 4.5),
          which,
        ).toEqual([]);
        const button = await page.locator("a.button").boundingBox();
        expect(button?.height, which).toBeGreaterThanOrEqual(44);
        expect(await page.locator("a.button").count(), which).toBe(1);
        const background = await page.evaluate("getComputedStyle(document.body).backgroundColor");
        expect(background, which).toBe(
          scheme === "dark" ? "rgb(17, 21, 19)" : "rgb(246, 245, 241)",
        );
        const picture = await page.screenshot({ fullPage: true });
        expect(picture.length, which).toBeGreaterThan(5_000);
      }
      expect(requests).toEqual([]);
      await context.close();
    },
  );
});
