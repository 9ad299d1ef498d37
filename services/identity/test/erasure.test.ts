import { anonymous } from "@tidbok/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { personalData } from "../src/personal-data.ts";
import { openStore } from "./support/open-store.ts";
import { passkeysOf } from "./support/passkey-operations.ts";
import {
  callerOf,
  form,
  newPerson,
  startIdentity,
  type Identity,
} from "./support/start-identity.ts";

let identity: Identity;
beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.stop());

const canaries = [
  "Zebulon",
  "Quillfeather",
  "zebulon.q",
  "canary-mail",
  "invited-canary",
  "Xk7#pQ2",
  "canary-device",
];

async function seed() {
  const change = { name: "Zebulon Quillfeather", password: "krysantemum i regn" };
  const email = "zebulon.q@canary-mail.test";
  const person = await newPerson(identity, { email, change });
  const other = await newPerson(identity, { email: "other@example.test" });
  const input = { name: "Co", slug: "company", timeZone: "UTC", locale: "en" };
  await identity.mutate(person.caller, ["createOrganization", "id"], input);
  const { caller } = await callerOf(identity, person.cookie);
  const organizationId = caller.kind === "account" ? caller.memberships[0]?.organizationId : "";
  const invitation = { organizationId, email: "invited-canary@example.test", role: "MEMBER" };
  await identity.mutate(caller, ["inviteMember", "id"], invitation);
  // A sign-up that nobody verifies, one of an address that has an account, a guess at a password.
  await identity.mutate(
    anonymous,
    ["signUp", "nextStep"],
    form("zebulon.q2@canary-mail.test", { name: "Zebulon Two", idempotencyKey: "canary-0001" }),
  );
  await identity.mutate(anonymous, ["signUp", "nextStep"], form(email, { name: "Quillfeather" }));
  await identity.mutate(anonymous, ["logIn", "account { id }"], {
    email,
    password: "Xk7#pQ2$vL9@",
    delivery: "COOKIE",
  });
  const passkeys = passkeysOf(identity);
  await passkeys.add(caller, passkeys.newDevice(), { name: "canary-device" });
  await identity.ask(caller, "mutation { beginAuthenticator { accountId } }");
  return { person, other, organizationId };
}

/** Everything that both databases hold, as text and as what bytes read as. */
async function dump(): Promise<string> {
  const parts: string[] = [];
  for (const database of [identity.database.pool, identity.database.keysPool]) {
    const { rows: tables } = await database.query<{ name: string }>(
      "SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'",
    );
    for (const { name } of tables) {
      const { rows } = await database.query<Record<string, unknown>>(`SELECT * FROM ${name}`);
      for (const value of rows.flatMap((row) => Object.values(row))) {
        parts.push(Buffer.isBuffer(value) ? value.toString("latin1") : JSON.stringify(value));
      }
    }
  }
  return parts.join("\n");
}

describe("a person", () => {
  test("is nowhere in clear, is handed out whole, and is gone once erased", async () => {
    const { person, other } = await seed();
    const text = (await dump()).toLowerCase();
    expect(text).toContain(person.id);
    for (const canary of canaries) expect(text).not.toContain(canary.toLowerCase());

    const used = await openStore(identity);
    const exported = await personalData.exportSubject(used, person.id);
    expect(exported["account"]).toEqual([
      {
        id: person.id,
        name: "Zebulon Quillfeather",
        email: "zebulon.q@canary-mail.test",
        timeZone: "Europe/Stockholm",
        locale: "sv",
        isEmailVerified: true,
        deactivatedAt: null,
        closesAt: null,
      },
    ]);
    expect(exported["session"]).toHaveLength(1);
    expect(exported["passkey"]).toMatchObject([{ name: "canary-device" }]);
    expect(exported["membership"]).toMatchObject([{ role: "OWNER" }]);
    expect(await personalData.residue(used, person.id)).toBeGreaterThan(4);

    expect(await personalData.eraseSubject(used, person.id)).toBeGreaterThan(2);
    // The organization's only owner is still its owner, by an id that means nobody.
    expect(await personalData.residue(used, person.id)).toBe(1);
    expect(await personalData.eraseSubject(used, person.id)).toBe(0);
    expect((await personalData.exportSubject(used, person.id))["account"]).toEqual([
      {
        id: person.id,
        name: null,
        email: null,
        timeZone: null,
        locale: null,
        isEmailVerified: true,
        deactivatedAt: null,
        closesAt: null,
      },
    ]);

    const log = { email: person.email, password: "krysantemum i regn", delivery: "COOKIE" };
    const answer = await identity.mutate(anonymous, ["logIn", "account { id }"], log);
    expect(answer.code).toBe("LOGIN_FAILED");
    await expect(callerOf(identity, person.cookie)).rejects.toThrow();
    expect((await callerOf(identity, other.cookie)).id).toBe(other.id);
    // The address is free: whoever has it now may sign up, as somebody new.
    const next = await newPerson(identity, { email: person.email });
    expect(next.id).not.toBe(person.id);
    await used.close();
  });

  test("takes along the invitations that went to their address", async () => {
    const owner = await newPerson(identity, { email: "host@example.test" });
    const input = { name: "Co", slug: "hosting", timeZone: "UTC", locale: "en" };
    const { value } = await identity.mutate(owner.caller, ["createOrganization", "id"], input);
    const { caller } = await callerOf(identity, owner.cookie);
    const invitation = { organizationId: value.id, email: "guest@example.test", role: "MEMBER" };
    await identity.mutate(caller, ["inviteMember", "id"], invitation);
    const guest = await newPerson(identity, { email: "guest@example.test" });
    const used = await openStore(identity);
    const exported = await personalData.exportSubject(used, guest.id);
    expect(exported["invitation"]).toMatchObject([{ email: "guest@example.test" }]);
    await personalData.eraseSubject(used, guest.id);
    expect(await personalData.residue(used, guest.id)).toBe(0);
    const { rows } = await identity.sql.query("SELECT FROM invitation WHERE organization_id = $1", [
      value.id,
    ]);
    expect(rows).toEqual([]);
    await used.close();
  });

  test("has every column that holds something about them listed", async () => {
    const { rows } = await identity.sql.query<{ place: string }>(
      `SELECT table_name || '.' || column_name AS place FROM information_schema.columns
       WHERE table_schema = 'public' AND (data_type = 'bytea' OR column_name IN ('time_zone', 'locale', 'password_hash'))
       AND table_name NOT IN ('organization', 'organization_logo', 'idempotency', 'app_secret')`,
    );
    const listed = new Set(personalData.columns.map(({ table, column }) => `${table}.${column}`));
    expect(rows.map(({ place }) => place).filter((place) => !listed.has(place))).toEqual([]);
  });
});
