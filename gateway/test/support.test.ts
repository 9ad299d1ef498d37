import { eventually } from "@tidbok/testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, demand } from "./support/ask.ts";
import { addDevice, chromiumProgram, launchChromium } from "./support/chromium.ts";
import { mailTo } from "./support/mailbox.ts";
import { createOrganization } from "./support/offers.ts";
import { staffCommand } from "./support/operator.ts";
import { register, type Person } from "./support/people.ts";

describe.skipIf(chromiumProgram === null)("a support agent, in a browser", () => {
  let browser: Browser;
  let page: Page;
  let person: Person;
  let staffId: string;

  beforeAll(async () => {
    browser = await launchChromium();
    person = await register("Sara");
    await createOrganization(person);
    const enrolled = await staffCommand("enrol", "Agnes Agent");
    staffId = enrolled["staffId"] ?? "";
    page = await (await browser.newContext({ locale: "en-GB" })).newPage();
    await addDevice(page);
    // A host of numbers can have no passkeys; this machine's other name can.
    await page.goto(enrolled["link"] ?? "");
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await page.getByRole("heading", { name: "Your passkey is stored" }).waitFor();
    const answered = page.waitForResponse((response) =>
      Boolean(response.request().postData()?.includes("logInByPasskey")),
    );
    // The browser offers the passkey in the field of the address, and the device takes it.
    await page.getByRole("link", { name: "Log in" }).click();
    await answered;
    await page.waitForURL((url) => url.pathname === "/");
  });
  afterAll(() => browser?.close());

  /** Asks as the agent who is logged in. */
  const askAsAgent = (query: string, variables: object = {}) =>
    page.evaluate<{ data: Record<string, Record<string, unknown> | null>; errors?: unknown[] }>(
      `fetch("/graphql", { method: "POST", headers: { "content-type": "application/json" },
        body: ${JSON.stringify(JSON.stringify({ query, variables }))} }).then((answer) => answer.json())`,
    );
  const supported = async () =>
    (
      await askAsAgent(`{ me { id } supportedAccount { id displayName name email timeZone
        memberships { role organization { name } } supportAccesses { nodes { id } } } }`)
    ).data;

  test("sees nothing of anybody without an access, the masked part of one person with it, and nothing once that person ends it", async () => {
    expect(await supported()).toEqual({ me: null, supportedAccount: null });
    const { data, errors } = await askAsAgent(
      `mutation ($input: OpenSupportAccessInput!) { openSupportAccess(input: $input) { id expiresAt } }`,
      {
        input: {
          email: person.email,
          reason: "BOOKING_TROUBLE",
          ticket: "T-2002",
          minutes: 30,
        },
      },
    );
    expect(errors).toBeUndefined();
    const { supportedAccount } = await supported();
    expect(supportedAccount).toMatchObject({
      id: person.accountId,
      displayName: person.name,
      name: "S. Q.",
      timeZone: null,
      memberships: [{ role: "OWNER" }],
      supportAccesses: null,
    });
    expect(JSON.stringify(supportedAccount)).not.toContain(person.email);

    const mail = await mailTo(person.email, /support may look/);
    expect(mail.text).toContain("/log-in");
    const { me } = await demand({
      query: `{ me { supportAccesses { nodes { id reason ticket expiresAt endedAt } } } }`,
      token: person.token,
    });
    const id = data["openSupportAccess"]?.["id"];
    expect(me.supportAccesses.nodes).toEqual([
      {
        id,
        reason: "BOOKING_TROUBLE",
        ticket: "T-2002",
        expiresAt: data["openSupportAccess"]?.["expiresAt"],
        endedAt: null,
      },
    ]);
    await demand({
      query: "mutation ($input: EndSupportAccessInput!) { endSupportAccess(input: $input) { id } }",
      variables: { input: { supportAccessId: id } },
      token: person.token,
    });
    const ended = Date.now();
    await eventually(async () => (await supported())["supportedAccount"] === null, {
      withinMs: 60_000,
    });
    // An event, not the end of the memory of half a minute.
    expect(Date.now() - ended).toBeLessThan(20_000);
  });

  test("is nobody where people with accounts act, and nobody at all once dismissed", async () => {
    for (const mutation of [
      "beginPasskeyRegistration { challenge }",
      "deactivateAccount { id }",
      "endOtherSessions { session { id } }",
    ]) {
      const { errors } = await askAsAgent(`mutation { ${mutation} }`);
      expect([mutation, errors]).toMatchObject([mutation, [{ extensions: { code: "FORBIDDEN" } }]]);
    }
    const asPerson = await ask({
      query: `mutation ($input: OpenSupportAccessInput!) { openSupportAccess(input: $input) { id } }`,
      variables: {
        input: { email: person.email, reason: "BOOKING_TROUBLE", ticket: "T-1", minutes: 1 },
      },
      token: person.token,
    });
    expect(asPerson.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    await staffCommand("dismiss", staffId);
    await eventually(
      async () => {
        const { errors } = await askAsAgent(
          `mutation { endSupportAccess(input: { supportAccessId: "${staffId}" }) { id } }`,
        );
        return JSON.stringify(errors).includes("UNAUTHENTICATED");
      },
      { withinMs: 60_000 },
    );
  });
});
