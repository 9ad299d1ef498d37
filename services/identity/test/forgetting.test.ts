import { anonymous } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import { afterAll, expect, test } from "vitest";
import { callerOf, form, newPerson, startIdentity, told } from "./support/start-identity.ts";

const identity = await startIdentity();
afterAll(() => identity.stop());
const day = 86_400_000;

test("what nobody needs any more is forgotten, keys and all, and nothing else", async () => {
  const signUp = (email: string) => identity.mutate(anonymous, ["signUp", "nextStep"], form(email));
  const person = await newPerson(identity, { email: "stays@example.test" });
  const input = { name: "Co", slug: "company", timeZone: "UTC", locale: "en" };
  const { value } = await identity.mutate(person.caller, ["createOrganization", "id"], input);
  const { caller } = await callerOf(identity, person.cookie);
  const invitation = { organizationId: value.id, email: "asked@example.test", role: "MEMBER" };
  await identity.mutate(caller, ["inviteMember", "id"], invitation);
  await signUp("never@example.test");
  await signUp("renewed@example.test");
  const registered = await told(identity, "identity.account.registered");
  const [, never, renewed] = registered.map(({ accountId }) => accountId);

  identity.clock.now += 8 * day;
  await identity.mutate(anonymous, ["resendVerification", "nextStep"], {
    email: "renewed@example.test",
  });
  await identity.ask(anonymous, "mutation { beginPasskeyLogIn { challenge } }");
  identity.clock.now += 5 * 60_000;
  await identity.service.start();
  const accounts = async () =>
    (await identity.sql.query<{ id: string }>("SELECT id::text FROM account")).rows.map(
      ({ id }) => id,
    );
  await eventually(async () => !(await accounts()).includes(never!));
  expect((await accounts()).sort()).toEqual([person.id, renewed].sort());
  await eventually(async () => {
    const { rows } = await identity.keys.query(
      "SELECT FROM subject_key WHERE subject_id = $1 AND wrapped IS NULL",
      [never],
    );
    return rows.length === 1;
  });
  await eventually(
    async () => (await identity.sql.query("SELECT FROM passkey_challenge")).rowCount === 0,
  );
  // The invitation is over since yesterday, which is not long.
  expect((await identity.sql.query("SELECT FROM invitation")).rowCount).toBe(1);
  expect((await callerOf(identity, person.cookie)).id).toBe(person.id);
});
