import { setTimeout as sleep } from "node:timers/promises";
import { eventually } from "@tidbok/testing";
import { keyFiles, rotateKeys, type KeyPairFiles } from "@tidbok/infra";
import { decodeProtectedHeader } from "jose";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { ask, demand, refused } from "./support/ask.ts";
import { logIn, register, type Person } from "./support/people.ts";
import { runningPlatform, stateFolder } from "./support/running-platform.ts";

const files = () => keyFiles(join(stateFolder(), "keys"));
// Two seconds until a file is read again, and as much for a machine that has other work to do.
const settleMilliseconds = 4_000;
const whoAmI = "{ me { id } }";

let person: Person;
beforeEach(async () => {
  person = await register("Rut");
});

const step = (pair: KeyPairFiles, lifetimeMilliseconds: number) =>
  rotateKeys(pair, { now: Date.now(), settleMilliseconds, lifetimeMilliseconds });
const keyOf = (token: string) => decodeProtectedHeader(token).kid;
const publishedKeys = async () => {
  const url = new URL("/oauth/jwks", runningPlatform().graphql);
  const { keys } = (await (await fetch(url)).json()) as { keys: { kid: string }[] };
  return keys.map(({ kid }) => kid);
};

/** Asks and logs in without a pause, with the newest token and with the first, until it is stopped. */
function underLoad() {
  const failures: string[] = [];
  const keys = new Set<string | undefined>([keyOf(person.token)]);
  let asked = 0;
  let isOver = false;
  let newest = person.token;
  const asks = async (token: () => string) => {
    while (!isOver) {
      asked += 1;
      const answer = await ask({ query: whoAmI, token: token() }).catch((error: unknown) => error);
      const id = (answer as { data?: { me?: { id: string } } }).data?.me?.id;
      if (id !== person.accountId) failures.push(JSON.stringify(answer));
    }
  };
  const logsIn = async () => {
    while (!isOver) {
      newest = (await logIn(person)).token;
      keys.add(keyOf(newest));
      await sleep(50);
    }
  };
  const done = Promise.all([asks(() => newest), asks(() => person.token), logsIn()]);
  return {
    keys,
    newest: () => newest,
    stop: async () => {
      isOver = true;
      await done;
      return { failures, asked };
    },
  };
}

test("the key of access tokens is exchanged while everybody works, and nobody notices", async () => {
  const { accessKeys, accessJwks } = files();
  const pair = { keys: accessKeys, jwks: accessJwks };
  const before = await publishedKeys();
  const load = underLoad();
  expect(await step(pair, 600_000)).toMatchObject({ did: "PUBLISHED" });
  // Known to everybody before anybody signs with it.
  const after = await eventually(async () => {
    const keys = await publishedKeys();
    return keys.length === 2 ? keys : null;
  });
  expect(after[0]).toBe(before[0]);
  expect(load.keys).toEqual(new Set(before));
  expect(await step(pair, 600_000)).toMatchObject({ did: "NOTHING" });
  await sleep(settleMilliseconds);
  expect(await step(pair, 600_000)).toMatchObject({ did: "SIGNING" });
  await eventually(() => load.keys.has(after[1]));
  expect(keyOf(load.newest())).toBe(after[1]);
  // The token of the old key counts all the while, and the key stays until none of it lives.
  await sleep(settleMilliseconds);
  expect(await step(pair, 600_000)).toMatchObject({ did: "NOTHING" });
  const { failures, asked } = await load.stop();
  expect(failures.slice(0, 3)).toEqual([]);
  expect(asked).toBeGreaterThan(200);

  expect(await step(pair, 0)).toMatchObject({ did: "RETIRED" });
  await eventually(
    async () =>
      (await ask({ query: whoAmI, token: person.token })).errors?.[0]?.extensions.code ===
      "UNAUTHENTICATED",
  );
  await eventually(async () => (await publishedKeys()).length === 1);
  expect(await publishedKeys()).toEqual([after[1]]);
  expect(await demand({ query: whoAmI, token: load.newest() })).toEqual({
    me: { id: person.accountId },
  });
  expect(await refused({ query: whoAmI, token: person.token })).toBe("UNAUTHENTICATED");
});

test("the key of caller tokens, between gateway and services, too", async () => {
  const { callerKeys, callerJwks } = files();
  const pair = { keys: callerKeys, jwks: callerJwks };
  const load = underLoad();
  const times = { settleMilliseconds, lifetimeMilliseconds: 0 };
  const next = () => rotateKeys(pair, { now: Date.now(), ...times });
  expect(await next()).toMatchObject({ did: "PUBLISHED" });
  await sleep(settleMilliseconds);
  expect(await next()).toMatchObject({ did: "SIGNING" });
  // Tokens are reused for half a minute: until then some of the old key are on their way.
  await sleep(settleMilliseconds + 32_000);
  expect(await next()).toMatchObject({ did: "RETIRED" });
  await sleep(settleMilliseconds);
  const { failures, asked } = await load.stop();
  expect(failures.slice(0, 3)).toEqual([]);
  expect(asked).toBeGreaterThan(500);
}, 90_000);
