import { anonymous, type Caller } from "@tidbok/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { personalData } from "../src/personal-data.ts";
import { openStore } from "./support/open-store.ts";
import { organizationOperations } from "./support/organization-operations.ts";
import {
  codeOf,
  gateway,
  newestMail,
  newPerson,
  startIdentity,
  told,
  type Identity,
} from "./support/start-identity.ts";

let identity: Identity;
let organizations: ReturnType<typeof organizationOperations>;
beforeAll(async () => {
  identity = await startIdentity();
  organizations = organizationOperations(identity);
});
afterAll(() => identity.stop());

const wish = { name: "Kvartalsrapport", scopes: ["bookings:read"], lifetimeDays: 30 };
let counter = 0;
const somebody = () => newPerson(identity, { email: `script-${(counter += 1)}@example.test` });
const fields = "secret personalToken { id accountId name scopes createdAt expiresAt lastUsedOn }";
const make = (caller: Caller, change: object = {}) =>
  identity.mutate(caller, ["createPersonalToken", fields], { ...wish, ...change });
const revoke = (caller: Caller, tokenId: string) =>
  identity.mutate(caller, ["revokePersonalToken", "id"], { tokenId });
const list = async (caller: Caller) =>
  (await identity.ask(caller, "{ personalTokens { id name scopes lastUsedOn } }")).data
    .personalTokens;
const standsFor = async (token: string, caller: Caller = gateway) => {
  const query = `query ($token: String!) { personalTokenCaller(input: { token: $token }) {
    clientId accountId purpose scopes memberships { organizationId role } } }`;
  return identity.ask(caller, query, { token });
};
const callerOf = async (token: string) => (await standsFor(token)).data.personalTokenCaller;

describe("a token for scripts", () => {
  test("is shown once, kept as a hash, told by mail, and stands for its person with its scopes", async () => {
    const { caller, id: accountId } = await somebody();
    const { value } = await make(caller);
    const { secret, personalToken } = value;
    expect(secret).toMatch(/^tidbok_pat_[\w-]{43}$/);
    expect(personalToken).toEqual({
      id: expect.any(String) as string,
      accountId,
      name: wish.name,
      scopes: wish.scopes,
      createdAt: new Date(identity.clock.now).toISOString(),
      expiresAt: new Date(identity.clock.now + 30 * 86_400_000).toISOString(),
      lastUsedOn: null,
    });
    expect(await newestMail(identity)).toMatchObject({ kind: "PERSONAL_TOKEN_MADE" });
    expect(await callerOf(secret)).toEqual({
      clientId: personalToken.id,
      accountId,
      purpose: "PROVIDE_INTEGRATE",
      scopes: wish.scopes,
      memberships: [],
    });
    const day = new Date(identity.clock.now).toISOString().slice(0, 10);
    expect(await list(caller)).toEqual([
      { id: personalToken.id, name: wish.name, scopes: wish.scopes, lastUsedOn: day },
    ]);
    const { rows } = await identity.sql.query("SELECT t::text AS row FROM personal_token AS t");
    expect(JSON.stringify(rows)).not.toContain(wish.name);
    expect(JSON.stringify(rows)).not.toContain(secret.slice(11));
  });

  test("is made once for one key, and its secret does not come again", async () => {
    const { caller } = await somebody();
    const idempotencyKey = `key-${counter}-0000`;
    const [first, again] = [
      await make(caller, { idempotencyKey }),
      await make(caller, { idempotencyKey }),
    ];
    expect(again.value.personalToken.id).toBe(first.value.personalToken.id);
    expect(again.value.secret).toBeNull();
    expect(await list(caller)).toHaveLength(1);
    expect((await make(caller, { idempotencyKey, lifetimeDays: 31 })).code).toBe(
      "IDEMPOTENCY_KEY_REUSED",
    );
  });

  test("is made after a fresh log-in, for a year at most, with scopes that there are", async () => {
    const { caller } = await somebody();
    expect((await make({ ...caller, isFresh: false } as Caller)).code).toBe("FRESH_LOGIN_REQUIRED");
    expect((await make(anonymous)).code).toBe("UNAUTHENTICATED");
    const wrong = [
      { lifetimeDays: 366 },
      { lifetimeDays: 0 },
      { scopes: [] },
      { scopes: ["everything:write"] },
      { name: " " },
    ];
    for (const change of wrong) {
      expect((await make(caller, change)).code, JSON.stringify(change)).toBe("INVALID_INPUT");
    }
    expect(await list(caller)).toEqual([]);
  });

  test("opens protected data only to who owns every organization of theirs, also later", async () => {
    const owner = await somebody();
    const { organizationId, person } = await organizations.withMember(owner, "MEMBER");
    const scopes = ["bookings:read", "attendees.email:read"];
    const refused = await make(person.caller, { scopes });
    expect(refused.answer.errors?.[0]?.extensions).toMatchObject({
      code: "INVALID_INPUT",
      problems: [{ path: "scopes.1", code: "OWNERS_ONLY" }],
    });
    const { caller } = await organizations.again(owner);
    const { secret } = (await make(caller, { scopes })).value;
    expect((await callerOf(secret)).scopes).toEqual(scopes);
    await identity.mutate(caller, ["transferOwnership", "role"], {
      organizationId,
      accountId: person.id,
    });
    expect((await callerOf(secret)).scopes).toEqual(["bookings:read"]);
  });

  test("is worth nothing once it has run out, was revoked, or its person is away", async () => {
    const [first, second] = [await somebody(), await somebody()];
    const short = (await make(first.caller, { lifetimeDays: 1 })).value;
    const long = (await make(first.caller)).value;
    const theirs = (await make(second.caller)).value;
    identity.clock.now += 86_400_000;
    expect(await callerOf(short.secret)).toBeNull();
    expect(await callerOf(long.secret)).not.toBeNull();

    expect((await revoke(second.caller, long.personalToken.id)).code).toBe("NOT_FOUND");
    expect((await revoke(first.caller, long.personalToken.id)).value.id).toBe(
      long.personalToken.id,
    );
    expect((await revoke(first.caller, long.personalToken.id)).code).toBe("NOT_FOUND");
    expect(await callerOf(long.secret)).toBeNull();
    expect(await told(identity, "identity.personal-token.ended")).toEqual([
      { tokenId: long.personalToken.id, accountId: first.id },
    ]);

    await identity.ask(second.caller, "mutation { deactivateAccount { id } }");
    expect(await callerOf(theirs.secret)).toBeNull();
    expect(await callerOf("tidbok_pat_x")).toBeNull();
  });

  test("is looked up by the gateway alone, and listed to its person alone", async () => {
    const { caller } = await somebody();
    const { secret } = (await make(caller)).value;
    for (const asks of [anonymous, caller]) {
      expect(codeOf(await standsFor(secret, asks))).toBe("NOT_FOUND");
    }
    expect(await list(anonymous)).toBeNull();
    expect(await list((await somebody()).caller)).toEqual([]);
  });

  test("is one of 25 at most, however many are asked for at once", async () => {
    const { caller } = await somebody();
    for (let i = 0; i < 23; i += 1) await make(caller);
    const codes = (await Promise.all([1, 2, 3, 4].map(() => make(caller)))).map(({ code }) => code);
    expect(codes.filter((code) => code === "TOO_MANY_TOKENS")).toHaveLength(2);
    expect(await list(caller)).toHaveLength(25);
  });

  test("is handed out without the token, and leaves with its person", async () => {
    const { caller, id } = await somebody();
    const { secret } = (await make(caller)).value;
    const used = await openStore(identity);
    const { personal_token: rows } = await personalData.exportSubject(used, id);
    expect(rows).toMatchObject([{ name: wish.name, scopes: wish.scopes }]);
    expect(Object.keys(rows?.[0] ?? {})).not.toContain("tokenHash");
    await personalData.eraseSubject(used, id);
    expect(await personalData.residue(used, id)).toBe(0);
    await used.close();
    expect(await callerOf(secret)).toBeNull();
  });
});
