import { anonymous, type Caller } from "@tidbok/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { origin, passkeysOf } from "./support/passkey-operations.ts";
import {
  callerOf,
  newestMail,
  newPerson,
  startIdentity,
  told,
  type Identity,
} from "./support/start-identity.ts";

let identity: Identity;
let passkeys: ReturnType<typeof passkeysOf>;
beforeAll(async () => {
  identity = await startIdentity();
  passkeys = passkeysOf(identity);
});
afterAll(() => identity.stop());

const stale = (caller: Caller): Caller => ({ ...caller, isFresh: false }) as Caller;
const list = async (caller: Caller) =>
  (await identity.ask(caller, "{ passkeys { id name isBackedUp lastUsedAt } }")).data.passkeys;

describe("a passkey", () => {
  test("is added after a fresh log-in, told to the address, and logs in without one", async () => {
    const { caller, id } = await newPerson(identity, { email: "keys@example.test" });
    const device = passkeys.newDevice();
    const { value, creation, sent, credentialId } = await passkeys.add(caller, device);
    expect(creation).toMatchObject({
      relyingPartyId: "book.tidbok.example",
      userName: "keys@example.test",
      displayName: "Astrid Lindqvist",
      excludedCredentialIds: [],
      algorithms: [-8, -7, -257],
      timeoutMilliseconds: 300_000,
    });
    expect(value).toMatchObject({ name: "My laptop", isBackedUp: false, lastUsedAt: null });
    expect((await newestMail(identity)).kind).toBe("PASSKEY_ADDED");
    expect(await told(identity, "identity.passkey.added")).toEqual([
      { passkeyId: value.id, accountId: id },
    ]);
    // The same once more is the same passkey: an answer that got lost can be asked for again.
    const again = await identity.mutate(caller, ["registerPasskey", "id"], sent);
    expect(again.value).toEqual({ id: value.id });

    const { value: entered, session } = await passkeys.logIn(device, credentialId);
    expect(entered).toEqual({ account: { id }, tokens: null });
    const here = await callerOf(identity, session.cookie);
    const { data } = await identity.ask(
      here.caller,
      "{ sessions(first: 1) { nodes { methods isCurrent } } }",
    );
    expect(data.sessions.nodes).toEqual([{ methods: ["PASSKEY"], isCurrent: true }]);
    expect(await list(here.caller)).toMatchObject([
      { name: "My laptop", lastUsedAt: new Date(identity.clock.now).toISOString() },
    ]);
    expect((await passkeys.add(caller, device)).creation.excludedCredentialIds).toEqual([
      credentialId,
    ]);
  });

  test("is named, removed after a fresh log-in, and then opens nothing", async () => {
    const { caller } = await newPerson(identity, { email: "removed@example.test" });
    const stranger = await newPerson(identity, { email: "other@example.test" });
    const device = passkeys.newDevice();
    const { value, credentialId } = await passkeys.add(caller, device);
    const rename = (who: Caller) =>
      identity.mutate(who, ["renamePasskey", "name"], { passkeyId: value.id, name: "Phone" });
    const remove = (who: Caller) =>
      identity.mutate(who, ["removePasskey", "id name"], { passkeyId: value.id });
    expect((await rename(stranger.caller)).code).toBe("NOT_FOUND");
    expect((await rename(caller)).value).toEqual({ name: "Phone" });
    expect((await remove(stale(caller))).code).toBe("FRESH_LOGIN_REQUIRED");
    expect((await remove(stranger.caller)).code).toBe("NOT_FOUND");
    expect((await remove(anonymous)).code).toBe("UNAUTHENTICATED");
    expect((await remove(caller)).value).toEqual({ id: value.id, name: "Phone" });
    expect((await remove(caller)).code).toBe("NOT_FOUND");
    expect((await newestMail(identity)).kind).toBe("PASSKEY_REMOVED");
    expect(await list(caller)).toEqual([]);
    expect(await list(anonymous)).toBeNull();
    expect((await passkeys.logIn(device, credentialId)).code).toBe("PASSKEY_REFUSED");
  });

  test("makes a session fresh again, by one of its own person's alone", async () => {
    const { caller } = await newPerson(identity, { email: "confirm@example.test" });
    const other = await newPerson(identity, { email: "confirm2@example.test" });
    const device = passkeys.newDevice();
    const { credentialId } = await passkeys.add(caller, device);
    const foreign = await passkeys.add(other.caller, device);
    identity.clock.now += 3_600_000;
    const { value } = await passkeys.confirm(stale(caller), device, credentialId);
    expect(value.authenticatedAt).toBe(new Date(identity.clock.now).toISOString());
    const refused = await passkeys.confirm(caller, device, foreign.credentialId);
    expect(refused.code).toBe("PASSKEY_REFUSED");
    expect((await passkeys.begin(anonymous, "beginPasskeyConfirmation")).code).toBe(
      "UNAUTHENTICATED",
    );
  });

  test("is one of twenty at most", async () => {
    const { caller } = await newPerson(identity, { email: "many@example.test" });
    const device = passkeys.newDevice();
    for (let count = 0; count < 20; count++) {
      expect((await passkeys.add(caller, device)).code).toBeUndefined();
    }
    expect((await passkeys.add(caller, device)).code).toBe("TOO_MANY_PASSKEYS");
    expect(await list(caller)).toHaveLength(20);
  });
});

describe("what is not as it must be", () => {
  test("adds no passkey", async () => {
    const { caller } = await newPerson(identity, { email: "bad@example.test" });
    const device = passkeys.newDevice();
    const begin = (who: Caller) => passkeys.begin(who, "beginPasskeyRegistration");
    expect((await begin(stale(caller))).code).toBe("FRESH_LOGIN_REQUIRED");
    expect((await begin(anonymous)).code).toBe("UNAUTHENTICATED");
    for (const conduct of [
      { origin: "https://elsewhere.example" },
      { origin: "http://book.tidbok.example" },
      { host: "tidbok.example" },
      { flags: 0x01 },
      { flags: 0x04 },
      { type: "webauthn.get" },
    ]) {
      const { code } = await passkeys.add(caller, device, conduct);
      expect([conduct, code]).toEqual([conduct, "PASSKEY_REFUSED"]);
    }
    const { sent } = await passkeys.add(caller, device);
    const replayed = { ...device.make({ challenge: challengeIn(sent), userHandle: "x" }) };
    const { code } = await identity.mutate(caller, ["registerPasskey", "id"], {
      name: "Again",
      ...replayed,
    });
    expect(code).toBe("PASSKEY_REFUSED");
    expect(await list(caller)).toHaveLength(1);
  });

  test("logs nobody in, and always with the same answer", async () => {
    const { caller, id } = await newPerson(identity, { email: "victim@example.test" });
    const other = await newPerson(identity, { email: "attacker@example.test" });
    const device = passkeys.newDevice();
    const { credentialId } = await passkeys.add(caller, device);
    const foreign = await passkeys.add(other.caller, device);
    const answers: unknown[] = [];
    const refuse = async (shown: Promise<{ code: string | undefined; answer: unknown }>) => {
      const { code, answer } = await shown;
      expect(code).toBe("PASSKEY_REFUSED");
      answers.push(answer);
    };
    const signed = async (from = credentialId, conduct = {}) =>
      device.sign({ challenge: await passkeys.challenge(), credentialId: from }, conduct);

    for (const conduct of [
      { origin: "https://elsewhere.example" },
      { origin: `${origin}:444` },
      { host: "example" },
      { flags: 0x01 },
      { flags: 0x00 },
      { type: "webauthn.create" },
      // It was made as one that is never backed up.
      { flags: 0x1d },
    ]) {
      await refuse(passkeys.logIn(device, credentialId, conduct));
    }
    // The same answer twice, and another answer to the same challenge.
    const once = await signed();
    expect((await passkeys.submit(once)).value.account.id).toBe(id);
    await refuse(passkeys.submit(once));
    await refuse(passkeys.submit(device.sign({ challenge: challengeIn(once), credentialId })));
    // A challenge of our own making, of another use, and one that waited too long.
    await refuse(passkeys.submit(device.sign({ challenge: "c".repeat(43), credentialId })));
    const { value } = await passkeys.begin(caller, "beginPasskeyConfirmation");
    await refuse(passkeys.submit(device.sign({ challenge: value.challenge, credentialId })));
    const late = await signed();
    identity.clock.now += 5 * 60_000;
    await refuse(passkeys.submit(late));
    // Another's account by one's own passkey, and one's own name on another's.
    const { userHandle } = await signed(foreign.credentialId);
    await refuse(passkeys.submit({ ...(await signed()), userHandle }));
    await refuse(passkeys.submit({ ...(await signed(foreign.credentialId)), credentialId }));
    await refuse(passkeys.submit({ ...(await signed()), credentialId: "n".repeat(22) }));
    // A device that counts backwards is a copy.
    await refuse(passkeys.logIn(device, credentialId, { count: 1 }));
    await refuse(passkeys.submit({ ...(await signed()), signature: "AAAA" }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const { code } = await passkeys.submit({ ...(await signed()), signature: "not base64url!" });
    expect(code).toBe("INVALID_INPUT");
    const right = await passkeys.logIn(device, credentialId, { count: 90 });
    expect(right.value.account.id).toBe(id);
  });

  test("of two answers with one count lets one in at most", async () => {
    const { caller } = await newPerson(identity, { email: "copied@example.test" });
    const device = passkeys.newDevice();
    const { credentialId } = await passkeys.add(caller, device);
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => passkeys.logIn(device, credentialId, { count: 2 })),
    );
    expect(outcomes.filter(({ code }) => code === undefined)).toHaveLength(1);
  });
});

function challengeIn({ clientDataJson }: { clientDataJson: string }): string {
  const said = Buffer.from(clientDataJson, "base64url").toString();
  return (JSON.parse(said) as { challenge: string }).challenge;
}
