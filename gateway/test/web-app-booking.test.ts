import { eventually } from "@tidbok/testing";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demand } from "./support/ask.ts";
import { findings } from "./support/axe.ts";
import { attemptAt, book, type Attempt, type Booked, type Stage } from "./support/bookings.ts";
import { chromiumProgram, launchChromium } from "./support/chromium.ts";
import { createOrganization, offerMeeting, openSlots } from "./support/offers.ts";
import { openApp } from "./support/open-app.ts";
import { invite, register, type Person } from "./support/people.ts";

describe.skipIf(chromiumProgram === null)("a booking in the app", () => {
  let browser: Browser;
  let owner: Person;
  let stage: Stage;
  let attempt: Attempt;
  let booked: Booked;

  beforeAll(async () => {
    browser = await launchChromium();
    owner = await register("Olga");
    const host = await register("Hugo");
    const organization = await createOrganization(owner);
    await invite({ by: owner, organizationId: organization.id, role: "MEMBER" }, host);
    const meetingType = await offerMeeting(host, organization.id);
    stage = { host, organization, meetingType, slots: await openSlots(meetingType.id) };
    attempt = attemptAt(stage, stage.slots[0] ?? "");
    booked = await book(attempt);
  });
  afterAll(() => browser?.close());

  const path = () => `/app/bookings/${booked.id}`;
  const stateNow = async () => {
    const query = "query ($id: ID!) { booking(id: $id) { state } }";
    const { booking } = await demand({
      query,
      variables: { id: booked.id },
      token: stage.host.token,
    });
    return booking.state as string;
  };

  test("the host finds the booking in the list and sees the attendee", async () => {
    const { page, problems, close } = await openApp(browser, {
      person: stage.host,
      path: "/app/bookings",
    });
    await page.getByRole("link", { name: new RegExp(attempt.attendee.name) }).click();
    await page.getByRole("heading", { level: 1, name: "Introduction" }).waitFor();
    expect(await page.getByText(attempt.attendee.email).count()).toBe(1);
    expect(await page.getByText("hidden, why?").count()).toBe(0);
    expect(problems).toEqual([]);
    expect(await findings(page)).toEqual([]);
    await close();
  });

  test("check 38: an owner is told what is hidden, why, and which setting shows it", async () => {
    const { page, close } = await openApp(browser, {
      person: owner,
      path: path(),
      colorScheme: "dark",
    });
    await page.getByRole("button", { name: "Name: hidden, why?" }).press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("for the hosts of the booking alone").waitFor();
    expect(await dialog.getByText("An owner can let admins see names").count()).toBe(1);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Answers: hidden, why?" }).click();
    expect(await page.getByRole("dialog").getByText("Ask a host of the booking").count()).toBe(1);
    await page.keyboard.press("Escape");
    expect(await page.content()).not.toContain(attempt.attendee.email);
    expect(await findings(page)).toEqual([]);
    await close();
  });

  test("a booking that one may not see looks like one that does not exist", async () => {
    const stranger = await register("Stina");
    const { page, close } = await openApp(browser, { person: stranger, path: path() });
    await page.getByRole("heading", { name: "This page does not exist" }).waitFor();
    await close();
  });

  test("check 40: a note is added by keyboard, and the booking is cancelled by mouse, with an undo", async () => {
    const { page, close } = await openApp(browser, { person: stage.host, path: path() });
    await page.getByLabel("New note").press("T");
    await page.keyboard.type("ea, no milk");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Tea, no milk").waitFor();

    const cancel = page.getByRole("button", { name: "Cancel the booking" });
    await cancel.click();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel the booking" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await cancel.click();
    expect(await stateNow()).toBe("CONFIRMED");
    await page
      .getByRole("dialog")
      .getByLabel(/^Reason/)
      .fill("Ill");
    await page.getByRole("dialog").getByRole("button", { name: "Cancel the booking" }).click();
    await eventually(async () => expect(await stateNow()).toBe("CANCELLED"));
    await page.getByText("Cancelled by a host").waitFor();
    await close();
  });
});
