import { eventually } from "@tidbok/testing";
import { expect, test } from "vitest";
import { ask, demand, refused } from "./support/ask.ts";
import { attemptAt, book, openStage } from "./support/bookings.ts";
import { logIn } from "./support/people.ts";

async function tokenOf(owner: string, scopes: readonly string[]) {
  const { createPersonalToken } = await demand({
    query: `mutation ($input: CreatePersonalTokenInput!) {
      createPersonalToken(input: $input) { secret personalToken { id } } }`,
    variables: { input: { name: "Nightly", scopes, lifetimeDays: 1 } },
    token: owner,
  });
  return { id: createPersonalToken.personalToken.id, token: createPersonalToken.secret as string };
}

test("a script does what its token's scopes say, sees what they open, and is shut out when it is revoked", async () => {
  const { host, ...stage } = await openStage("Skriptan");
  const { token: owner } = await logIn(host);
  const attempt = attemptAt(stage, stage.slots[1] ?? "");
  const booked = await book(attempt);
  const query = "query ($id: ID!) { booking(id: $id) { attendees { name email } } }";
  const variables = { id: booked.id };

  const few = await tokenOf(owner, ["profile:read"]);
  expect(await refused({ query, variables, token: few.token })).toBe("FORBIDDEN");
  const me = await ask({ query: "{ me { id } }", token: few.token });
  expect(me.data.me.id).toBe(host.accountId);
  // What no scope opens is closed: a token makes no tokens, and logs nobody out.
  for (const closed of [
    "{ personalTokens { id } }",
    "mutation { endOtherSessions { session { id } } }",
  ]) {
    expect(await refused({ query: closed, token: few.token })).toBe("FORBIDDEN");
  }

  const { id, token } = await tokenOf(owner, ["bookings:read", "attendees.name:read"]);
  const seen = await ask({ query, variables, token });
  expect(seen.data.booking.attendees).toEqual([{ name: attempt.attendee.name, email: null }]);
  expect(seen.extensions?.privacy?.withheld).toContainEqual(
    expect.objectContaining({
      coordinate: "Attendee.email",
      reason: "SCOPE_MISSING",
      remedy: "scope attendees.email:read",
    }),
  );

  const began = performance.now();
  await demand({
    query:
      "mutation ($input: RevokePersonalTokenInput!) { revokePersonalToken(input: $input) { id } }",
    variables: { input: { tokenId: id } },
    token: owner,
  });
  await eventually(
    async () =>
      (await ask({ query, variables, token })).errors?.[0]?.extensions.code === "UNAUTHENTICATED",
    { withinMs: 10_000 },
  );
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(await refused({ query: "{ me { id } }", token: `${few.token.slice(0, -4)}AAAA` })).toBe(
    "UNAUTHENTICATED",
  );
});
