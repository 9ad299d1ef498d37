import { expect, test } from "vitest";
import { beginRequest, createPages, registerApp } from "./support/apps.ts";
import { ask, post } from "./support/ask.ts";
import { createOrganization } from "./support/offers.ts";
import { register, type Person } from "./support/people.ts";

// Ten guesses at one account in a quarter of an hour, however they are sent.
const query = "mutation ($input: LogInInput!) { logIn(input: $input) { tokens { accessToken } } }";
const guess = ({ email }: Pick<Person, "email">, headers: Record<string, string> = {}) =>
  post({
    query,
    variables: { input: { email, password: `a guess ${Math.random()}`, delivery: "TOKENS" } },
    headers,
  });
const aliased = (count: number, email: string, password: string) =>
  `mutation { ${Array.from(
    { length: count },
    (_, n) =>
      `a${n}: logIn(input: { email: "${email}", password: "${password}", delivery: TOKENS }) { account { id } }`,
  ).join(" ")} }`;
const codesIn = async (response: Response) => {
  const { errors = [] } = (await response.json()) as {
    errors?: { extensions: { code: string } }[];
  };
  return errors.map(({ extensions }) => extensions.code);
};
const mayLogIn = async ({ email, password }: Person) =>
  (await ask({ query, variables: { input: { email, password, delivery: "TOKENS" } } })).errors ===
  undefined;

test("a hundred log-ins in one request are refused whole, and not one of them is tried", async () => {
  const person = await register("Alias");
  for (let round = 0; round < 3; round++) {
    const response = await post({ query: aliased(100, person.email, "a guess of mine") });
    expect(response.status).toBe(400);
    expect(await codesIn(response)).not.toContain("LOGIN_FAILED");
  }
  // Thirty tries would have shut the person out, and the right password among them would have worked.
  const right = await post({ query: aliased(100, person.email, person.password) });
  expect((await right.json()) as object).not.toHaveProperty("data.a0.account.id");
  expect(await mayLogIn(person)).toBe(true);
});

test("fifteen log-ins in one request are no more guesses than were allowed, and the answer says when to come again", async () => {
  const person = await register("Fredrika");
  const codes: string[] = [];
  let wait: string | null = null;
  for (let round = 0; round < 11; round++) {
    const response = await post({ query: aliased(15, person.email, "a guess of mine") });
    codes.push(...(await codesIn(response)));
    wait = response.headers.get("retry-after");
  }
  expect(codes.filter((code) => code === "LOGIN_FAILED")).toHaveLength(10);
  expect(codes).toContain("RATE_LIMITED");
  expect(Number(wait)).toBeGreaterThan(800);
  expect(await mayLogIn(person)).toBe(false);
});

test("forged forwarding headers, cookies and browsers make nobody a stranger", async () => {
  const person = await register("Xaver");
  const answers = await Promise.all(
    Array.from({ length: 14 }, (_, n) =>
      guess(person, {
        "x-forwarded-for": `203.0.113.${n}, 10.0.0.${n}`,
        forwarded: `for=203.0.113.${n}`,
        "x-real-ip": `203.0.113.${n}`,
        "x-client-ip": `203.0.113.${n}`,
        "true-client-ip": `203.0.113.${n}`,
        "cf-connecting-ip": `203.0.113.${n}`,
        "x-tidbok-origin": `203.0.113.${n}`,
        "user-agent": `Browser/${n}`,
        "x-request-id": `${n}`,
        cookie: `a=${n}`,
      }),
    ),
  );
  const waits = answers.map(({ headers }) => headers.get("retry-after"));
  expect(waits.filter((wait) => wait === null)).toHaveLength(10);
  for (const wait of waits) if (wait !== null) expect(Number(wait)).toBeGreaterThan(800);
  expect(await mayLogIn(person)).toBe(false);
});

test("an address in other letters is the same address", async () => {
  const person = await register("Versal");
  const [name = "", host = ""] = person.email.split("@");
  const spellings = [person.email, person.email.toUpperCase(), `${name}@${host.toUpperCase()}`];
  const answers = [];
  for (let round = 0; round < 12; round++) {
    answers.push(await guess({ email: spellings[round % spellings.length] ?? "" }));
  }
  expect(answers.filter(({ headers }) => headers.has("retry-after"))).toHaveLength(2);
});

test("the page where an app asks for access counts the same guesses, and says so in HTTP's words", async () => {
  const person = await register("Sida");
  const { id: organizationId } = await createOrganization(person);
  const app = await registerApp(person, { organizationId, scopes: ["profile:read"] });
  const { url } = await beginRequest(app, { scope: "profile:read" });
  const { go, held } = createPages("none=0");
  const at = await go(url.href);
  const statuses: number[] = [];
  for (let round = 0; round < 6; round++) {
    await guess(person);
    const response = await fetch(`${at}/log-in`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: held(), "x-forwarded-for": `203.0.113.${round}` },
      body: new URLSearchParams({ email: person.email, password: "a guess of mine" }),
    });
    statuses.push(response.status);
    if (response.status === 429) {
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(800);
    }
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  expect(await mayLogIn(person)).toBe(false);
});
