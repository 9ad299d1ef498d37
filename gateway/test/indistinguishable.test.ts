import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { beginRequest, createPages, registerApp } from "./support/apps.ts";
import { demand, post, textWithoutBudget } from "./support/ask.ts";
import { createOrganization } from "./support/offers.ts";
import { register, type Person } from "./support/people.ts";

let known: Person;
let policyVersion: string;
beforeAll(async () => {
  known = await register("Bodil");
  policyVersion = (await demand({ query: "{ policy { version } }" })).policy.version;
});

const named = (mutation: string, selection: string) => {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
  return `mutation ($input: ${type}) { ${mutation}(input: $input) { ${selection} } }`;
};
const acts: readonly (readonly [string, string, (email: string) => object])[] = [
  [
    "logIn",
    "account { id }",
    (email) => ({ email, password: "not the password", delivery: "COOKIE" }),
  ],
  [
    "signUp",
    "nextStep",
    (email) => ({
      name: "Bodil Berg",
      email,
      password: "a heap of wet leaves",
      timeZone: "Europe/Stockholm",
      locale: "en",
      isSixteenOrOlder: true,
      acceptedPolicyVersion: policyVersion,
    }),
  ],
  ["requestRecovery", "nextStep", (email) => ({ email })],
  ["requestLogInLink", "nextStep", (email) => ({ email })],
  ["resendVerification", "nextStep", (email) => ({ email })],
];

/** All that a client sees of an answer but what differs each time. */
async function seen(response: Response) {
  const headers = [...response.headers].filter(
    ([name]) => !["date", "x-request-id", "etag", "content-length"].includes(name),
  );
  return { status: response.status, headers, body: await textWithoutBudget(response) };
}

test.each(acts)(
  "%s answers alike whether the address is known",
  async (mutation, selection, fill) => {
    const send = async (email: string) =>
      seen(await post({ query: named(mutation, selection), variables: { input: fill(email) } }));
    expect(await send(known.email)).toEqual(await send(`nobody-${randomUUID()}@people.example`));
  },
);

test("so does the page on which one logs in to let an app in", async () => {
  const developer = await register("Uno");
  const { id: organizationId } = await createOrganization(developer);
  const app = await registerApp(developer, { organizationId, scopes: ["profile:read"] });
  const { url } = await beginRequest(app, { scope: "profile:read" });
  const { go, held } = createPages("none=0");
  const at = await go(url.href);
  const send = async (email: string) =>
    seen(
      await fetch(`${at}/log-in`, {
        method: "POST",
        headers: { cookie: held() },
        body: new URLSearchParams({ email, password: "not the password" }),
      }),
    );
  expect(await send(known.email)).toEqual(await send(`nobody-${randomUUID()}@people.example`));
});
