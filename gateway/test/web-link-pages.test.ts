import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demand } from "./support/ask.ts";
import { chromiumProgram, launchChromium } from "./support/chromium.ts";
import { openEntry, openOwnLogIn } from "./support/entry.ts";
import { linkIn, mailTo } from "./support/mailbox.ts";
import { createOrganization } from "./support/offers.ts";
import { logIn, register } from "./support/people.ts";

describe.skipIf(chromiumProgram === null)("the pages that links in mails lead to", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test("check 9: a forgotten password is replaced, from the mail's request to the new log-in", async () => {
    const person = await register("Rakel");
    const { context, page, addresses } = await openEntry(browser, "/recover");
    await page.getByLabel("E-mail address").fill(person.email);
    await page.keyboard.press("Enter");
    await page.getByText("If the address has an account").waitFor();
    const token = linkIn(await mailTo(person.email, /choose a new password/i), "recover");

    await page.goto("about:blank");
    await page.goto(new URL(`/recover#${token}`, addresses[0]).href);
    expect(page.url()).not.toContain(token);
    const password = `${person.password} and more`;
    await page.getByLabel("New password").fill("passwordpassword");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("Others would guess").waitFor();
    await page.getByLabel("New password").fill(password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "You have a new password" }).waitFor();
    expect((await logIn({ email: person.email, password })).accountId).toBe(person.accountId);
    const told = addresses.filter((address) => /people\.example/.test(address));
    expect([...told, ...addresses.filter((each) => each.split("#")[0]?.includes(token))]).toEqual(
      [],
    );
    await context.close();
  });

  test("an invited person logs in and joins; another person is told", async () => {
    const owner = await register("Irma");
    const invited = await register("Ivar");
    const organization = await createOrganization(owner);
    await demand({
      query: "mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { id } }",
      variables: {
        input: { organizationId: organization.id, email: invited.email, role: "MEMBER" },
      },
      token: owner.token,
    });
    const token = linkIn(await mailTo(invited.email, /invit/i), "invitation");
    const { context, page } = await openEntry(browser, `/invitation#${token}`);
    await page.getByLabel("E-mail address").fill(owner.email);
    await page.getByLabel("Password").fill(owner.password);
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("sent to another address").waitFor();
    await page.getByText(`You are logged in as ${owner.name}`).waitFor();
    await context.clearCookies();
    await page.reload();
    await page.getByLabel("E-mail address").fill(invited.email);
    await page.getByLabel("Password").fill(invited.password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /^Welcome to / }).waitFor();
    await openOwnLogIn(page, invited);
    await context.close();
  });

  test("an address is changed by two presses on two pages", async () => {
    const person = await register("Alva");
    const fresh = `new.${person.email}`;
    await demand({
      query:
        "mutation ($input: RequestEmailChangeInput!) { requestEmailChange(input: $input) { nextStep } }",
      variables: { input: { email: fresh } },
      token: person.token,
    });
    const agree = async (
      address: string,
      { subject, heading }: { subject: RegExp; heading: string },
    ) => {
      const token = linkIn(await mailTo(address, subject), "change-email");
      const { context, page } = await openEntry(browser, `/change-email#${token}`);
      expect(page.url()).not.toContain(token);
      await page.getByRole("button", { name: "Agree to the change" }).press("Enter");
      await page.getByRole("heading", { name: heading }).waitFor();
      await context.close();
    };
    await agree(fresh, { subject: /confirm your new/i, heading: "Thank you, one is missing" });
    await agree(person.email, {
      subject: /another e-mail address/i,
      heading: "Your account has the new address",
    });
  });
});
