import { eventually } from "@tidbok/testing";
import { expect, test } from "vitest";
import { demand } from "./support/ask.ts";
import { linkIn, mailsTo, mailTo } from "./support/mailbox.ts";
import { createOrganization } from "./support/offers.ts";
import { logIn, register, signUp, newPerson } from "./support/people.ts";
import { isBack, kill } from "./support/processes.ts";

// What one part tells another while it is away is heard when it is back.
const patience = { withinMs: 50_000, everyMs: 250 };

test("identity is killed right after a sign-up: the mail comes once, and its link works", async () => {
  const person = newPerson("Ines");
  await signUp(person);
  await isBack("identity", kill("identity"));
  const mail = await eventually(async () => (await mailsTo(person.email)).at(0), patience);
  await demand({
    query: "mutation ($input: VerifyEmailInput!) { verifyEmail(input: $input) { account { id } } }",
    variables: { input: { token: linkIn(mail, "verify") } },
  });
  expect((await logIn(person)).accountId).toBeTruthy();
  expect(await mailsTo(person.email)).toHaveLength(1);
});

test("an organization that is made while billing is away has its plan when billing is back", async () => {
  const owner = await register("Orvar");
  const former = kill("billing");
  const { slug } = await createOrganization(owner);
  await isBack("billing", former);
  await eventually(async () => {
    const { organization } = await demand({
      query: `query ($slug: String!) { organization(slug: $slug) { subscription { plan } } }`,
      variables: { slug },
      token: owner.token,
    });
    expect(organization.subscription).toEqual({ plan: "FREE" });
    return true;
  }, patience);
});

test("a policy that is accepted as privacy dies is recorded, once", async () => {
  const person = newPerson("Pia");
  await signUp(person);
  await isBack("privacy", kill("privacy"));
  const mail = await mailTo(person.email, /confirm/i);
  await demand({
    query: "mutation ($input: VerifyEmailInput!) { verifyEmail(input: $input) { account { id } } }",
    variables: { input: { token: linkIn(mail, "verify") } },
  });
  const { token } = await logIn(person);
  await eventually(async () => {
    const { me } = await demand({ query: "{ me { policyAcceptances { version } } }", token });
    expect(me.policyAcceptances).toHaveLength(1);
    return true;
  }, patience);
});
