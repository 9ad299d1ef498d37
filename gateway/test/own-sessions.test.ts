import { decodeJwt } from "jose";
import { expect, test } from "vitest";
import { ask, demand, post, refused } from "./support/ask.ts";
import { keyOf, signed } from "./support/keys.ts";
import { register } from "./support/people.ts";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const enter = {
  query: `mutation ($input: LogInInput!) { logIn(input: $input) { tokens { accessToken } } }`,
};

test("a person sees what they are logged in with, and ends it all but here", async () => {
  const { email, password, token } = await register("Siri");
  const input = { email, password, delivery: "TOKENS" };
  const other = await demand({
    ...enter,
    variables: { input },
    headers: { "user-agent": firefox, "x-forwarded-for": "203.0.113.9" },
  });
  const { sessions } = await demand({
    query: "{ sessions { nodes { isCurrent deviceType browserFamily network } } }",
    token,
  });
  expect(sessions.nodes).toEqual([
    // The header that anybody can write is not believed, and a loopback address is nobody's network.
    { isCurrent: false, deviceType: "COMPUTER", browserFamily: "FIREFOX", network: null },
    { isCurrent: true, deviceType: "PROGRAM", browserFamily: "OTHER", network: null },
  ]);
  await demand({ query: "mutation { endOtherSessions { session { id } } }", token });
  const me = "{ me { id } }";
  expect(await refused({ query: me, token: other.logIn.tokens.accessToken })).toBe(
    "UNAUTHENTICATED",
  );
  expect((await demand({ query: me, token })).me).toBeTruthy();
});

test("who guesses is told in HTTP's own words when to come again", async () => {
  const { email } = await register("Tage");
  const input = { email, password: "a guess", delivery: "TOKENS" };
  const guesses = Array.from({ length: 11 }, () => post({ ...enter, variables: { input } }));
  const waits = (await Promise.all(guesses)).map((answer) => answer.headers.get("retry-after"));
  expect(waits.filter((wait) => wait !== null)).toHaveLength(1);
  expect(Number(waits.find((wait) => wait !== null))).toBeGreaterThan(800);
});

test("newPerson who is away has no name on what they share, until they log in again", async () => {
  const person = await register("Ulla");
  const answer = await ask({
    query: "mutation { deactivateAccount { id closesAt } }",
    token: person.token,
  });
  expect(answer.errors).toBeUndefined();
  expect(await refused({ query: "{ me { id } }", token: person.token })).toBe("UNAUTHENTICATED");
  const input = { email: person.email, password: person.password, delivery: "TOKENS" };
  const { logIn } = await demand({ ...enter, variables: { input } });
  const { me } = await demand({
    query: "{ me { displayName deactivatedAt } }",
    token: logIn.tokens.accessToken,
  });
  expect(me).toEqual({ displayName: person.name, deactivatedAt: null });
});

test("an expired access token in the header is in the way of everything but a refresh", async () => {
  const { accountId, email, password } = await register("Vera");
  const { logIn } = await demand({
    query: `mutation ($input: LogInInput!) { logIn(input: $input) { tokens { accessToken refreshToken } } }`,
    variables: { input: { email, password, delivery: "TOKENS" } },
  });
  const { iss = "", sid, client_id } = decodeJwt(logIn.tokens.accessToken);
  const whose = { issuer: iss, audience: iss, subject: accountId, claims: { sid, client_id } };
  const past = { typ: "at+jwt", issuedAgo: 660, expiresIn: -60 };
  const token = await signed(keyOf("identity-access"), { ...whose, ...past });
  const me = "{ me { id } }";
  expect(await refused({ query: me, token })).toBe("UNAUTHENTICATED");
  const input = { refreshToken: logIn.tokens.refreshToken };
  const refresh = "refreshSession(input: $input) { accessToken accountId }";
  const query = `mutation ($input: RefreshSessionInput!) { ${refresh} }`;
  // What else stands beside the refresh needs a token that is valid.
  const more = `mutation ($input: RefreshSessionInput!) { ${refresh} endOtherSessions { session { id } } }`;
  expect(await refused({ query: more, variables: { input }, token })).toBe("UNAUTHENTICATED");
  const { refreshSession } = await demand({ query, variables: { input }, token });
  expect(refreshSession.accountId).toBe(accountId);
  expect((await demand({ query: me, token: refreshSession.accessToken })).me.id).toBe(accountId);
});
