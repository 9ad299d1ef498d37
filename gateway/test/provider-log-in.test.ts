import { startLogInProvider } from "@tidbok/testing";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { demand, post } from "./support/ask.ts";
import { register } from "./support/people.ts";
import { runningPlatform } from "./support/running-platform.ts";

const origin = () => new URL(runningPlatform().graphql).origin;
let provider: Awaited<ReturnType<typeof startLogInProvider>>;
beforeAll(async () => {
  const { providerPort } = inject("platform");
  provider = await startLogInProvider(providerPort, [`${origin()}/log-in/from/other`]);
});
afterAll(() => provider.stop());

/** What a browser keeps and sends: our cookies only to us, the provider's to the provider. */
function createJar() {
  const cookies = new Map<string, string>();
  const go = async (url: string): Promise<Response> => {
    const { origin: at } = new URL(url);
    const mine = [...cookies].filter(([name]) => name.startsWith(`${at} `));
    const cookie = mine.map(([name, value]) => `${name.split(" ")[1]}=${value}`).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(`${at} ${name}`, value);
    }
    const location = response.headers.get("location");
    return location === null ? response : go(new URL(location, url).href);
  };
  return {
    go,
    keep: (name: string, value: string) => cookies.set(`${origin()} ${name}`, value),
    cookies,
  };
}

test("check 34: a person links an account elsewhere and logs in by it, through the public address and without script", async () => {
  const person = await register("Lenka");
  provider.whoComes({ sub: "lenka", email: person.email, email_verified: true, name: "Lenka" });
  const page = await fetch(`${origin()}/log-in`);
  const html = await page.text();
  expect(html).toMatch(/<a [^>]*href="\/log-in\/with\/other"[^>]*>Log in with Other</);

  // Before it is linked, the same address there opens nothing here.
  expect((await createJar().go(`${origin()}/log-in/with/other`)).status).toBe(404);

  const browser = createJar();
  const loggedIn = await post({
    query: "mutation ($input: LogInInput!) { logIn(input: $input) { account { id } } }",
    variables: { input: { email: person.email, password: person.password, delivery: "COOKIE" } },
    headers: { origin: origin() },
  });
  const cookie =
    /^__Host-tidbok-session=([^;]+)/.exec(loggedIn.headers.get("set-cookie") ?? "")?.[1] ?? "";
  browser.keep("__Host-tidbok-session", cookie);
  const asked = await post({
    query: `mutation ($input: RequestProviderLinkInput!) { requestProviderLink(input: $input) { url } }`,
    variables: { input: { provider: "other" } },
    headers: { cookie: `__Host-tidbok-session=${cookie}`, origin: origin() },
  });
  const { data } = (await asked.json()) as { data: { requestProviderLink: { url: string } } };
  expect(await (await browser.go(data.requestProviderLink.url)).text()).toContain("linked");

  const visitor = createJar();
  const arrived = await visitor.go(`${origin()}/log-in/with/other`);
  expect(new URL(arrived.url).pathname).toBe("/log-in");
  const session = visitor.cookies.get(`${origin()} __Host-tidbok-session`) ?? "";
  const me = await post({
    query: "{ me { id } logInMethods { hasPassword providerLinks { provider } } }",
    headers: { cookie: `__Host-tidbok-session=${session}`, origin: origin() },
  });
  expect(await me.json()).toMatchObject({
    data: {
      me: { id: person.accountId },
      logInMethods: { hasPassword: true, providerLinks: [{ provider: "other" }] },
    },
  });
  const { logInProviders } = await demand({ query: "{ logInProviders { id name } }" });
  expect(logInProviders).toEqual([{ id: "other", name: "Other" }]);
});
