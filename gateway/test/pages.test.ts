import { execFileSync } from "node:child_process";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { runningPlatform } from "./support/running-platform.ts";

const program = inject("platform").chromium;

describe.skipIf(program === null)("in a browser", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: pathOf(program ?? ""),
      args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
    });
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
