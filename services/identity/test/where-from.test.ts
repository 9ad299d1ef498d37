import { anonymous, type Caller, type Origin } from "@tidbok/domain";
import { asker } from "@tidbok/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { retention } from "../src/retention/domain/retention.ts";
import { openStore } from "./support/open-store.ts";
import {
  callerOf,
  codeOf,
  newPerson,
  password,
  startIdentity,
  type Identity,
} from "./support/start-identity.ts";

let identity: Identity;
beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.stop());

const phone = (network: string | null): Origin => ({
  network,
  deviceType: "PHONE",
  browserFamily: "FIREFOX",
});
const send = (origin: Origin, [query, input]: readonly [string, object]) =>
  asker(identity.service.app, "identity")(anonymous, { query, variables: { input }, origin });
const enter = (email: string, { network = "203.0.113.0/24", secret = password } = {}) =>
  send(phone(network), [
    "mutation ($input: LogInInput!) { logIn(input: $input) { account { id } } }",
    { email, password: secret, delivery: "COOKIE" },
  ]);
const sessionsOf = async (caller: Caller) => {
  const query = "{ sessions { nodes { network deviceType browserFamily } } }";
  return (await identity.ask(caller, query)).data.sessions.nodes as object[];
};

describe("where a session was begun", () => {
  test("is shown to its person as network, device and family, and the network goes after 30 days", async () => {
    const { id } = await newPerson(identity, { email: "seen@example.test" });
    const { extensions } = await enter("seen@example.test");
    const { cookie } = extensions?.["session"] as { cookie: string };
    const { caller } = await callerOf(identity, cookie);
    const [device] = await sessionsOf(caller);
    expect(device).toEqual({
      network: "203.0.113.0/24",
      deviceType: "PHONE",
      browserFamily: "FIREFOX",
    });
    const known = async () =>
      (
        await identity.sql.query<{ network: string | null }>(
          "SELECT network FROM session WHERE account_id = $1 AND device_type IS NOT NULL",
          [id],
        )
      ).rows;
    const { store, close } = await openStore(identity);
    const keep = { unverifiedDays: 7, endedDays: 30 };
    const sweep = () =>
      store.transaction((inner) => inner.stale.removeNetworks(retention(keep, identity.clock.now)));
    identity.clock.now += 29 * 86_400_000;
    await sweep();
    expect(await known()).toEqual([{ network: "203.0.113.0/24" }]);
    identity.clock.now += 86_400_000;
    await sweep();
    expect(await known()).toEqual([{ network: null }]);
    await close();
  });
});

describe("somebody who guesses", () => {
  test("from one network does not lock the owner out who comes from another", async () => {
    await newPerson(identity, { email: "locked@example.test" });
    for (let round = 0; round < 10; round++) {
      const answer = await enter("locked@example.test", { secret: "a guess" });
      expect(codeOf(answer)).toBe("LOGIN_FAILED");
    }
    expect(codeOf(await enter("locked@example.test"))).toBe("RATE_LIMITED");
    const elsewhere = { network: "198.51.100.0/24" };
    expect(codeOf(await enter("locked@example.test", elsewhere))).toBeUndefined();
  });

  test("from many networks is stopped all the same", async () => {
    await newPerson(identity, { email: "spread@example.test" });
    const codes = [];
    for (let network = 0; network < 6; network++) {
      const from = { network: `192.0.${network}.0/24`, secret: "a guess" };
      const round = Array.from({ length: 9 }, () => enter("spread@example.test", from));
      codes.push(...(await Promise.all(round)).map(codeOf));
    }
    expect(codes.filter((code) => code === "LOGIN_FAILED")).toHaveLength(50);
    expect(codes.filter((code) => code === "RATE_LIMITED")).toHaveLength(4);
  });

  test("on many accounts from one network is stopped, and told when to come again", async () => {
    const tries = [];
    for (let person = 0; person < 104; person++) {
      const from = { network: "198.18.7.0/24", secret: "Sommar2027 Sommar2027" };
      tries.push(await enter(`victim-${person}@example.test`, from));
    }
    const refused = tries.filter((answer) => codeOf(answer) === "RATE_LIMITED");
    expect(refused).toHaveLength(4);
    expect(refused[0]?.errors?.[0]?.extensions["retryAfterSeconds"]).toBeGreaterThan(0);
  });

  test("cannot make one network send mails without end", async () => {
    const query =
      "mutation ($input: RequestRecoveryInput!) { requestRecovery(input: $input) { nextStep } }";
    const codes = [];
    for (let mail = 0; mail < 32; mail++) {
      const input = { email: `anybody-${mail}@example.test` };
      codes.push(codeOf(await send(phone("198.18.8.0/24"), [query, input])));
    }
    expect(codes.filter((code) => code === "RATE_LIMITED")).toHaveLength(2);
  });
});

describe("ending sessions elsewhere", () => {
  test("needs a fresh log-in, and leaves the one that asks", async () => {
    const here = await newPerson(identity, { email: "many@example.test" });
    const there = await enter("many@example.test");
    const { cookie } = there.extensions?.["session"] as { cookie: string };
    const other = await callerOf(identity, cookie);
    const stale = { ...here.caller, isFresh: false } as Caller;
    const all = "mutation { endOtherSessions { session { id } } }";
    expect(codeOf(await identity.ask(stale, all))).toBe("FRESH_LOGIN_REQUIRED");
    const one = { sessionId: other.sessionId };
    const ended = await identity.mutate(stale, ["endSession", "id"], one);
    expect(ended.code).toBe("FRESH_LOGIN_REQUIRED");
    const { data } = await identity.ask(here.caller, all);
    expect(data.endOtherSessions.session.id).toBe(here.sessionId);
    await expect(callerOf(identity, cookie)).rejects.toThrow();
    expect((await callerOf(identity, here.cookie)).id).toBe(here.id);
    const self = await identity.mutate(stale, ["endSession", "id"], { sessionId: here.sessionId });
    expect(self.code).toBeUndefined();
  });
});
