import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "@tidbok/testing";
import { publicOrigin } from "./support/apps.ts";
import { ask, demand } from "./support/ask.ts";
import { attemptAt, book, openStage, type Booked, type Stage } from "./support/bookings.ts";
import { chromiumProgram, launchChromium } from "./support/chromium.ts";
import { linkIn, mailsTo, mailTo } from "./support/mailbox.ts";
import { inState, openManagePage } from "./support/manage-page.ts";
import { newPerson } from "./support/people.ts";

describe.skipIf(chromiumProgram === null)("a booking by its private link", () => {
  let browser: Browser;
  let stage: Stage;
  let taken = 0;
  const nextSlot = () => stage.slots[(taken += 2)] ?? "";
  const open = (token: string, options: BrowserContextOptions = {}) =>
    openManagePage(browser, { token, ...options });
  const press = (page: Page, name: string) =>
    page.getByRole("button", { name, exact: true }).click();

  async function bookOne(): Promise<Booked & { readonly email: string }> {
    const attempt = attemptAt(stage, nextSlot());
    return { ...(await book(attempt)), email: attempt.attendee.email };
  }

  beforeAll(async () => {
    [browser, stage] = await Promise.all([launchChromium(), openStage("Maja")]);
  });
  afterAll(() => browser.close());

  test("check 28: the facts have zone, start, end and duration, in both zones where they differ", async () => {
    const { manageToken } = await bookOne();
    const { context, page } = await open(manageToken, { timezoneId: "Pacific/Auckland" });
    await inState(page, "confirmed");
    const facts = await page.locator("dl").innerText();
    expect(facts).toMatch(/\d\d:\d\d.*\d\d:\d\d, Auckland \(GMT\+1[23]\)/);
    expect(facts).toMatch(/There: .*\d\d:\d\d–\d\d:\d\d, Stockholm \(GMT\+[12]\)/);
    expect(facts).toContain("30 minutes");
    expect(facts).toContain(stage.host.name);
    await context.close();
  });

  test("check 28: a move and a cancellation are undone within six seconds, and nothing is sent", async () => {
    const { manageToken, id, email } = await bookOne();
    await mailTo(email, /./);
    const { context, page } = await open(manageToken);
    await inState(page, "confirmed");
    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.postData() ?? ""));
    await press(page, "Cancel it");
    await page.getByLabel(/Reason/).fill("Ill");
    await press(page, "Yes, cancel it");
    await press(page, "Undo");
    await press(page, "Move it");
    await page.locator("[data-start]").first().click();
    await press(page, "Undo");
    await page.waitForTimeout(6_500);
    expect(sent.filter((body) => body.includes("mutation"))).toEqual([]);
    expect(await stateOf(id, manageToken)).toBe("CONFIRMED");
    expect(await mailsTo(email)).toHaveLength(1);
    await context.close();
  });

  test("check 28: a cancellation is sent when the page is left within the six seconds, with one mail", async () => {
    const { manageToken, id, email } = await bookOne();
    const { context, page } = await open(manageToken);
    await inState(page, "confirmed");
    await press(page, "Cancel it");
    await page.getByLabel(/Reason/).fill("Ill");
    await press(page, "Yes, cancel it");
    await page.getByRole("button", { name: "Undo" }).waitFor();
    await page.goto("about:blank");
    await eventually(async () => (await stateOf(id, manageToken)) === "CANCELLED" || undefined);
    await mailTo(email, /cancel/i);
    const mails = (await mailsTo(email)).filter(({ subject }) => /cancel/i.test(subject ?? ""));
    expect(mails).toHaveLength(1);
    await page.goto(`${publicOrigin()}/manage#${manageToken}`);
    await inState(page, "cancelled");
    expect(await page.getByRole("button").count()).toBe(0);
    expect(await page.getByText("by you").count()).toBeGreaterThan(0);
    await context.close();
  });

  test("check 28: a booking is moved, after six seconds, and says from then on that it was", async () => {
    const { manageToken, startAt } = await bookOne();
    const { context, page } = await open(manageToken);
    await inState(page, "confirmed");
    await press(page, "Move it");
    const choice = page.locator("[data-start]").nth(3);
    const wanted = await choice.getAttribute("data-start");
    await choice.click();
    await inState(page, "moved");
    const now = await page.locator("dl time").getAttribute("datetime");
    expect([now === wanted, now === startAt]).toEqual([true, false]);
    await context.close();
  });

  test("check 28: times are proposed and taken back; the host's are declined, and accepted", async () => {
    const { manageToken, id } = await bookOne();
    const { context, page } = await open(manageToken);
    await inState(page, "confirmed");
    await press(page, "Propose other times");
    await page.locator("[data-start]").nth(4).click();
    await page.locator("[data-start]").nth(5).click();
    await page.getByText("2 of 5 chosen").waitFor();
    await press(page, "Send the times");
    await inState(page, "asked");
    await press(page, "Take the proposal back");
    await inState(page, "confirmed");
    await proposeByHost(id, [nextSlot()]);
    await page.reload();
    await inState(page, "proposed");
    await press(page, "None of these");
    await inState(page, "confirmed");
    const startAt = nextSlot();
    await proposeByHost(id, [startAt]);
    await page.reload();
    await page.getByRole("button", { name: /^Take / }).click();
    await inState(page, "moved");
    expect(await page.locator("dl time").getAttribute("datetime")).toBe(startAt);
    await context.close();
  });

  test("check 28: guests are invited and removed; a guest's own link shows the guest's page, and the guest leaves", async () => {
    const { manageToken } = await bookOne();
    const guest = newPerson("Gun");
    const { context, page } = await open(manageToken);
    await press(page, "Guests");
    await press(page, "Invite");
    await page.getByText("Write an address such as").waitFor();
    for (const email of [guest.email, newPerson("Gil").email]) {
      await page.getByLabel("E-mail address of the guest").fill(email);
      await press(page, "Invite");
      await page.getByRole("button", { name: "Undo" }).waitFor();
      await press(page, "Guests");
      await page.getByText(email).first().waitFor();
    }
    await page.getByRole("button", { name: /^Remove gil/i }).click();
    await press(page, "Guests");
    expect(await page.getByRole("button", { name: /^Remove / }).count()).toBe(1);
    const link = linkIn(await mailTo(guest.email, /./), "manage");
    const theirs = await open(link);
    await theirs.page.locator("[data-role=guest]").waitFor();
    expect(await theirs.page.getByRole("button").allInnerTexts()).toEqual(["Leave the meeting"]);
    await press(theirs.page, "Leave the meeting");
    await press(theirs.page, "Yes, leave");
    await inState(theirs.page, "left");
    await theirs.page.reload();
    await inState(theirs.page, "link-bad");
    await Promise.all([context.close(), theirs.context.close()]);
  });

  test("check 28: the calendar file and the feed hold the meeting of the mails", async () => {
    const { manageToken, id } = await bookOne();
    const { context, page } = await open(manageToken);
    await press(page, "Calendar");
    const downloading = page.waitForEvent("download");
    await press(page, "Download the calendar file");
    const chunks: Buffer[] = [];
    for await (const chunk of await (await downloading).createReadStream()) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toContain(`UID:${id}\r\n`);
    await press(page, "Make a feed");
    const url = await page.getByLabel(/address of the feed/).inputValue();
    expect(await (await fetch(url)).text()).toContain("BEGIN:VEVENT");
    await page.getByRole("button", { name: /^End the feed/ }).click();
    await eventually(async () => (await fetch(url)).status === 404 || undefined);
    await context.close();
  });

  test("check 28: pending, declined and past bookings have pages of their own", async () => {
    const asking = await openStage("Moa", { needsConfirmation: true });
    const { manageToken, id } = await book(attemptAt(asking, asking.slots[0] ?? ""));
    const { context, page } = await open(manageToken);
    await inState(page, "pending");
    expect(await page.getByText("Without an answer it ends by itself").count()).toBe(1);
    await demand({
      query: `mutation ($input: DeclineBookingInput!) { declineBooking(input: $input) { id } }`,
      variables: { input: { bookingId: id } },
      token: asking.host.token,
    });
    await page.reload();
    await inState(page, "declined");
    expect(await page.getByRole("link", { name: "Book again" }).count()).toBe(1);
    await page.route("**/graphql", async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: (await response.text()).replace('"DECLINED"', '"COMPLETED"'),
      });
    });
    await page.reload();
    await inState(page, "past");
    await context.close();
  });

  async function proposeByHost(bookingId: string, startsAt: readonly string[]) {
    await demand({
      query: `mutation ($input: ProposeTimesInput!) { proposeTimes(input: $input) { id } }`,
      variables: { input: { bookingId, startsAt } },
      token: stage.host.token,
    });
  }
});

async function stateOf(id: string, token: string): Promise<string> {
  const query = `query ($id: ID!) { booking(id: $id) { state } }`;
  const { data } = await ask({ query, variables: { id }, token });
  return data.booking.state;
}
