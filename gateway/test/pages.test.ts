import { execFileSync } from "node:child_process";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { demand } from "./support/ask.ts";
import { createOrganization, offerMeeting, openSlots } from "./support/offers.ts";
import { register, newPerson, type Person } from "./support/people.ts";
import { runningPlatform } from "./support/running-platform.ts";

const program = inject("platform").chromium;

describe.skipIf(program === null)("in a browser", () => {
  let browser: Browser;
  let host: Person;
  let manageUrl: string;
  const attendee = newPerson("Pia");

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: pathOf(program ?? ""),
      args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
    });
    host = await register("Per");
    const organization = await createOrganization(host);
    const meetingType = await offerMeeting(host, organization.id);
    const [startAt] = await openSlots(meetingType.id);
    const { bookMeeting } = await demand({
      query: `mutation ($input: BookMeetingInput!) { bookMeeting(input: $input) { manageUrl } }`,
      variables: {
        input: {
          meetingTypeId: meetingType.id,
          startAt,
          attendee: { name: attendee.name, email: attendee.email, timeZone: "Europe/Stockholm" },
          idempotencyKey: "pages-test-booking",
        },
      },
    });
    manageUrl = bookMeeting.manageUrl;
  });
  afterAll(() => browser?.close());

  async function openPage(address: string, locale: string) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(address);
    return { context, page, requests };
  }

  test("the private link shows the booking, moves it and cancels it, in the reader's language", async () => {
    const { context, page } = await openPage(manageUrl, "sv-SE");
    await page.getByRole("button", { name: "Välj en annan tid" }).click();
    await page.getByRole("button", { name: "11:00" }).first().click();
    await page.getByText("Bekräftad").waitFor();
    expect(await page.getByText(host.name).count()).toBe(1);
    await page.getByRole("button", { name: "Avboka" }).click();
    await page.getByRole("button", { name: "Ja, avboka" }).click();
    await page.getByText("Avbokad").waitFor();
    await context.close();
  });

  test("P13 a visitor gets no cookie and nothing from elsewhere, and the secret of a link is in no address", async () => {
    const { context, page, requests } = await openPage(manageUrl, "en-GB");
    await page.getByText("Cancelled").waitFor();
    expect(await context.cookies()).toEqual([]);
    const secret = manageUrl.split("#")[1] ?? "none";
    const { origin } = new URL(runningPlatform().graphql);
    for (const address of requests) {
      expect(new URL(address).origin).toBe(origin);
      expect(address.split("#")[0]).not.toContain(secret);
    }
    await context.close();
  });

  test("GraphiQL works without the web", async () => {
    const { context, page, requests } = await openPage(
      runningPlatform().graphql.replace("/graphql", "/graphiql"),
      "en-GB",
    );
    await page.getByText("collectedData").first().waitFor();
    const answered = page.waitForResponse((response) =>
      Boolean(response.request().postData()?.includes("collectedData")),
    );
    await page.getByRole("button", { name: /execute/i }).click();
    const { data } = (await (await answered).json()) as { data: { policy: object } };
    expect(data.policy).toHaveProperty("version");
    const { origin } = new URL(runningPlatform().graphql);
    expect(
      requests.filter(
        (address) => !/^(data|blob):/.test(address) && new URL(address).origin !== origin,
      ),
    ).toEqual([]);
    await context.close();
  });
});

function pathOf(name: string): string {
  return name.includes("/") ? name : execFileSync("which", [name], { encoding: "utf8" }).trim();
}
