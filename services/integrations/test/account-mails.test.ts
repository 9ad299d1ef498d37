import { newId } from "@tidbok/domain";
import { EmailVerificationRequested, InvitationSent } from "@tidbok/events";
import { eventually, tellEvent } from "@tidbok/testing";
import { afterAll, expect, test } from "vitest";
import { startIntegrations } from "./support/running.ts";

const running = await startIntegrations();
afterAll(() => running.stop());

async function requestVerification(facts: object | null): Promise<string> {
  const verificationId = newId();
  const accountId = newId();
  running.graph.facts.set(verificationId, { data: { emailVerification: facts } });
  await tellEvent(await running.identity.connection(), {
    definition: EmailVerificationRequested,
    aggregateId: accountId,
    data: { accountId, verificationId },
  });
  return verificationId;
}

async function mailTo(address: string) {
  return (await eventually(() => running.mailsTo(address)[0])).mail;
}

test("whoever signs up gets the link that proves the address, in their language", async () => {
  await requestVerification({
    kind: "SIGN_UP",
    email: "carl@example.com",
    link: "https://book.tidbok.example/verify#code",
    locale: "sv",
    name: "Carl",
  });
  const mail = await mailTo("carl@example.com");
  expect(mail.subject).toBe("Bekräfta din e-postadress");
  expect(mail.text).toContain("Hej Carl!");
  expect(mail.html).toContain('href="https://book.tidbok.example/verify#code"');
  expect(mail.attachments).toEqual([]);
});

test("an address that has an account gets a mail that says so, and greets by no name", async () => {
  await requestVerification({
    kind: "ALREADY_REGISTERED",
    email: "dora@example.com",
    link: "https://book.tidbok.example/log-in",
    locale: "en",
    name: "Somebody Else",
  });
  const mail = await mailTo("dora@example.com");
  expect(mail.subject).toBe("You have an account already");
  expect(mail.text).toContain("https://book.tidbok.example/log-in");
  expect(JSON.stringify(mail)).not.toContain("Somebody Else");
});

test.each([
  ["RECOVERY", "Choose a new password", "Välj ett nytt lösenord", true],
  ["LOG_IN", "Your link to log in", "Din länk för att logga in", true],
  [
    "EMAIL_CHANGE_OLD",
    "Your account is to have another e-mail address",
    "Ditt konto ska få en annan e-postadress",
    true,
  ],
  ["EMAIL_CHANGE_NEW", "Confirm your new e-mail address", "Bekräfta din nya e-postadress", false],
  ["PASSWORD_CHANGED", "Your password was changed", "Ditt lösenord har ändrats", true],
  ["ACCOUNT_DEACTIVATED", "Your account is out of use", "Ditt konto är vilande", true],
  ["ACCOUNT_CLOSING", "Your account is closed", "Ditt konto är avslutat", true],
  [
    "PROVIDER_LINKED",
    "An account elsewhere was linked to yours",
    "Ett konto hos en annan tjänst har kopplats till ditt",
    true,
  ],
  [
    "PROVIDER_UNLINKED",
    "An account elsewhere is not linked to yours any more",
    "Ett konto hos en annan tjänst är inte längre kopplat till ditt",
    true,
  ],
  [
    "PERSONAL_TOKEN_MADE",
    "A token was made for your account",
    "En token har skapats för ditt konto",
    true,
  ],
  [
    "CODES_ON",
    "Log-ins to your account ask for a code now",
    "Inloggningar i ditt konto frågar nu efter en kod",
    true,
  ],
  [
    "CODES_OFF",
    "Log-ins to your account ask for no code any more",
    "Inloggningar i ditt konto frågar inte längre efter en kod",
    true,
  ],
  [
    "RECOVERY_CODE_USED",
    "A recovery code of your account was used",
    "En återställningskod till ditt konto har använts",
    true,
  ],
  [
    "RECOVERY_CODES_RENEWED",
    "Your account has new recovery codes",
    "Ditt konto har nya återställningskoder",
    true,
  ],
  [
    "SUPPORT_ACCESS",
    "Our support may look at your account",
    "Vår support får se på ditt konto",
    true,
  ],
  [
    "APP_SUSPENDED",
    "An app that your organization approved has changed",
    "En app som din organisation har godkänt har ändrats",
    true,
  ],
  [
    "PASSKEY_ADDED",
    "A passkey was added to your account",
    "En passkey har lagts till i ditt konto",
    true,
  ],
  [
    "PASSKEY_REMOVED",
    "A passkey was removed from your account",
    "En passkey har tagits bort från ditt konto",
    true,
  ],
])("%s is mailed in the reader's language, with its link", async (kind, en, sv, greets) => {
  for (const [locale, subject] of [
    ["en", en],
    ["sv", sv],
  ] as const) {
    const email = `${kind}-${locale}@example.com`.toLowerCase();
    const link = `https://book.tidbok.example/somewhere#${kind}`;
    await requestVerification({ kind, email, link, locale, name: "Gunilla" });
    const mail = await mailTo(email);
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain(link);
    expect(JSON.stringify(mail).includes("Gunilla")).toBe(greets);
  }
});

test("a verification that was used or has run out meanwhile is not mailed", async () => {
  const id = await requestVerification(null);
  await eventually(async () => {
    const [delivery] = await running.deliveries({ aboutId: id });
    return delivery?.state === "SKIPPED" && delivery.last_error_code === "NO_LONGER_THERE";
  });
});

test("a verification's delivery belongs to no organization, so nobody sees it in a list", async () => {
  const { rows } = await running.rows.query(
    "SELECT count(*)::int AS count FROM delivery WHERE kind = 'EMAIL_VERIFICATION' AND organization_id IS NOT NULL",
  );
  expect(rows).toEqual([{ count: 0 }]);
});

test("who is invited gets the link, the organization's name and how long it holds", async () => {
  const invitationId = newId();
  const organizationId = newId();
  running.graph.facts.set(invitationId, {
    data: {
      invitation: {
        email: "eva@example.com",
        link: "https://book.tidbok.example/invitation#code",
        locale: "en",
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
        organization: { name: "Lindgren Coaching" },
      },
    },
  });
  await tellEvent(await running.identity.connection(), {
    definition: InvitationSent,
    aggregateId: invitationId,
    organizationId,
    data: { invitationId, organizationId },
  });
  const mail = await mailTo("eva@example.com");
  expect(mail.subject).toBe("You are invited to Lindgren Coaching");
  expect(mail.text).toContain("https://book.tidbok.example/invitation#code");
  expect(mail.text).toMatch(/The invitation holds until .*\(UTC\)/);
});
