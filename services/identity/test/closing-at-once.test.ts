import { anonymous, type Caller } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { organizationOperations } from "./support/organization-operations.ts";
import {
  codeOf,
  form,
  logIn,
  mailer,
  newestMail,
  newPerson,
  startIdentity,
  told,
  type Identity,
} from "./support/start-identity.ts";
import { whileLocked } from "./support/while-locked.ts";

let identity: Identity;
let organizations: ReturnType<typeof organizationOperations>;
beforeAll(async () => {
  identity = await startIdentity();
  organizations = organizationOperations(identity);
});
afterAll(() => identity.stop());

const day = 86_400_000;
let counter = 0;
const address = () => `person-${(counter += 1)}@example.test`;
const close = (caller: Caller) => identity.ask(caller, "mutation { closeAccount { id } }");
const lockAccount = (id: string) => ["SELECT FROM account WHERE id = $1 FOR UPDATE", id] as const;
const lockMembership = (organizationId: string, accountId: string) =>
  [
    "SELECT FROM membership WHERE organization_id = $1 AND account_id = $2 FOR UPDATE",
    organizationId,
    accountId,
  ] as const;
const lockOrganization = (id: string) =>
  ["SELECT FROM organization WHERE id = $1 FOR UPDATE", id] as const;
const hasKey = async (id: string) =>
  (
    await identity.keys.query(
      "SELECT FROM subject_key WHERE subject_id = $1 AND wrapped IS NOT NULL",
      [id],
    )
  ).rowCount === 1;
const rolesIn = async (organizationId: string) =>
  (
    await identity.sql.query<{ account_id: string; role: string }>(
      "SELECT account_id::text, role FROM membership WHERE organization_id = $1",
      [organizationId],
    )
  ).rows;
const codes = (answers: readonly { readonly code?: string | undefined }[]) =>
  answers.map(({ code }) => code);

/** An organization, its owner, and members with these roles, as the gateway knows them. */
async function organizationOf(...roles: readonly string[]) {
  const founder = await newPerson(identity, { email: address() });
  const { value } = await organizations.create(founder.caller);
  const organizationId = value.id as string;
  const owner = await organizations.again(founder);
  const people = [];
  for (const role of roles) {
    const email = address();
    const person = await newPerson(identity, { email });
    const invited = await organizations.invite(owner.caller, { organizationId, email, role });
    const { link } = await organizations.mailOf(invited.value.id);
    await organizations.accept(person.caller, link.split("#")[1]);
    people.push(await organizations.again(person));
  }
  return { organizationId, owner, people };
}

describe("an address that is proved while another account takes it", () => {
  test("keeps the sign-up that is verified first, with its key", async () => {
    const person = await newPerson(identity, { email: address() });
    const wanted = address();
    await identity.mutate(anonymous, ["signUp", "nextStep"], form(wanted));
    const { token } = await newestMail(identity);
    const [signUp] = (await told(identity, "identity.account.registered")).slice(-1);
    const accountId = signUp?.["accountId"] ?? "";
    await identity.mutate(person.caller, ["requestEmailChange", "nextStep"], { email: wanted });
    const asked = (await told(identity, "identity.email-verification.requested")).slice(-2);
    const links: string[] = [];
    for (const { verificationId } of asked) {
      const query = "query ($id: ID!) { emailVerification(id: $id) { link } }";
      const { data } = await identity.ask(mailer, query, { id: verificationId });
      links.push((data.emailVerification.link as string).split("#")[1] ?? "");
    }
    const confirm = (link: string | undefined) =>
      identity.mutate(anonymous, ["confirmEmailChange", "isChanged"], { token: link });
    await confirm(links[0]);
    const answers = await whileLocked(identity, lockAccount(accountId), [
      () => identity.mutate(anonymous, ["verifyEmail", "account { id }"], { token }),
      () => confirm(links[1]),
    ]);
    expect(codes(answers)).toEqual([undefined, "EMAIL_TAKEN"]);
    expect((await logIn(identity, wanted)).id).toBe(accountId);
    expect(await hasKey(accountId)).toBe(true);
    expect((await logIn(identity, person.email)).id).toBe(person.id);
  });
});

describe("an ownership", () => {
  test("that is transferred twice at once has one new owner", async () => {
    const { organizationId, owner, people } = await organizationOf("MEMBER", "MEMBER");
    const transfer = (accountId: string) => () =>
      identity.mutate(owner.caller, ["transferOwnership", "role"], { organizationId, accountId });
    const [first, second] = people.map(({ id }) => id) as [string, string];
    const answers = await whileLocked(identity, lockMembership(organizationId, owner.id), [
      transfer(first),
      transfer(second),
    ]);
    expect(codes(answers)).toEqual([undefined, "FORBIDDEN"]);
    expect((await rolesIn(organizationId)).filter(({ role }) => role === "OWNER")).toEqual([
      { account_id: first, role: "OWNER" },
    ]);
  });

  test("that passed on meanwhile gives no right to change the roles of others", async () => {
    const { organizationId, owner, people } = await organizationOf("MEMBER", "ADMIN");
    const [heir, admin] = people as [(typeof people)[0], (typeof people)[0]];
    const input = { organizationId, accountId: heir.id };
    await identity.mutate(owner.caller, ["transferOwnership", "role"], input);
    // The caller's token is from before.
    const removed = await organizations.remove(owner.caller, input);
    const role = { organizationId, accountId: admin.id, role: "OWNER" };
    const changed = await organizations.changeRole(owner.caller, role);
    expect(codes([removed, changed])).toEqual(["FORBIDDEN", "FORBIDDEN"]);
  });
});

describe("two who leave at once", () => {
  test("leave: a member that is removed twice is gone, and the second answer says so", async () => {
    const { organizationId, owner, people } = await organizationOf("MEMBER");
    const [person] = people as [(typeof people)[0]];
    const input = { organizationId, accountId: person.id };
    const answers = await whileLocked(identity, lockMembership(organizationId, person.id), [
      () => organizations.remove(owner.caller, input),
      () => organizations.remove(person.caller, input),
    ]);
    expect(codes(answers)).toEqual([undefined, "NOT_FOUND"]);
    expect((await told(identity, "identity.member.left")).length).toBe(1);
  });

  test("leave an owner behind", async () => {
    const { organizationId, owner, people } = await organizationOf("OWNER");
    const [other] = people as [(typeof people)[0]];
    const leave =
      ({ caller, id }: { caller: Caller; id: string }) =>
      () =>
        organizations.remove(caller, { organizationId, accountId: id });
    const answers = await whileLocked(identity, lockOrganization(organizationId), [
      leave(owner),
      leave(other),
    ]);
    expect(codes(answers).sort()).toEqual(["LAST_OWNER", undefined]);
  });

  test("by closing their accounts leave an owner behind, and so does a leave before a closing is over", async () => {
    const { organizationId, owner, people } = await organizationOf("OWNER");
    const [other] = people as [(typeof people)[0]];
    const answers = await whileLocked(identity, lockOrganization(organizationId), [
      () => close(owner.caller),
      () => close(other.caller),
    ]);
    expect(answers.map(codeOf).sort()).toEqual(["LAST_OWNER", undefined]);
    const stays = codeOf(answers[0]!) === undefined ? other : owner;
    const input = { organizationId, accountId: stays.id };
    expect((await organizations.remove(stays.caller, input)).code).toBe("LAST_OWNER");
  });
});

describe("a member", () => {
  test("who is removed while the role changes has no role", async () => {
    const { organizationId, owner, people } = await organizationOf("MEMBER");
    const [person] = people as [(typeof people)[0]];
    const input = { organizationId, accountId: person.id };
    const answers = await whileLocked(identity, lockMembership(organizationId, person.id), [
      () => organizations.remove(owner.caller, input),
      () => organizations.changeRole(owner.caller, { ...input, role: "ADMIN" }),
    ]);
    expect(codes(answers)).toEqual([undefined, "NOT_FOUND"]);
  });

  test("who left does not come back by the old link, and a withdrawn invitation is none", async () => {
    const { organizationId, owner } = await organizationOf();
    const email = address();
    const person = await newPerson(identity, { email });
    const invited = await organizations.invite(owner.caller, {
      organizationId,
      email,
      role: "MEMBER",
    });
    const { id } = invited.value as { id: string };
    const token = (await organizations.mailOf(id)).link.split("#")[1];
    const withdraw = () =>
      identity.mutate(owner.caller, ["withdrawInvitation", "id"], { invitationId: id });
    const lock = ["SELECT FROM invitation WHERE id = $1 FOR UPDATE", id] as const;
    const answers = await whileLocked(identity, lock, [
      withdraw,
      () => organizations.accept(person.caller, token),
    ]);
    expect(codes(answers)).toEqual([undefined, "LINK_INVALID"]);
    expect(await rolesIn(organizationId)).toEqual([{ account_id: owner.id, role: "OWNER" }]);
  });

  test("is invited once however many invite the address at once, and the replaced key is destroyed", async () => {
    const { organizationId, owner } = await organizationOf();
    const invite = () =>
      organizations.invite(owner.caller, {
        organizationId,
        email: "twice@example.test",
        role: "MEMBER",
      });
    const answers = await whileLocked(identity, lockOrganization(organizationId), [invite, invite]);
    expect(codes(answers)).toEqual([undefined, undefined]);
    const { rows } = await identity.sql.query<{ id: string }>(
      "SELECT id::text FROM invitation WHERE organization_id = $1",
      [organizationId],
    );
    expect(rows.length).toBe(1);
    const sent = (await told(identity, "identity.invitation.sent")).slice(-2);
    for (const { invitationId } of sent) {
      const isOpen = invitationId === rows[0]?.id;
      await eventually(async () => (await hasKey(invitationId ?? "")) === isOpen);
    }
  });
});

describe("a sign-up", () => {
  test("that is sent again while it is forgotten is a new one, and nothing fails", async () => {
    const email = address();
    const signUp = () => identity.mutate(anonymous, ["signUp", "nextStep"], form(email));
    await signUp();
    const [{ accountId } = { accountId: "" }] = (
      await told(identity, "identity.account.registered")
    ).slice(-1);
    const again = () => identity.mutate(anonymous, ["resendVerification", "nextStep"], { email });
    const forget = ["DELETE FROM account WHERE id = $1", accountId] as const;
    expect(codes(await whileLocked(identity, forget, [again, signUp]))).toEqual([
      undefined,
      undefined,
    ]);
    const { rows } = await identity.sql.query("SELECT FROM account WHERE verified_at IS NULL");
    expect(rows.length).toBe(1);
  });
});

describe("a closed account", () => {
  // The last of the tests, because it starts the sweeps.
  test("is not erased when its person comes back while the sweep works", async () => {
    const [returning, leaving] = [
      await newPerson(identity, { email: address() }),
      await newPerson(identity, { email: address() }),
    ];
    await close(returning.caller);
    identity.clock.now += 1;
    await close(leaving.caller);
    identity.clock.now += 30 * day;
    await whileLocked(identity, lockAccount(returning.id), [
      async () => void (await logIn(identity, returning.email)),
      () => identity.service.start(),
    ]);
    await eventually(async () => {
      const events = await told(identity, "identity.account.erased");
      return events.some(({ accountId }) => accountId === leaving.id);
    });
    const { rows } = await identity.sql.query(
      "SELECT erased_at, closes_at FROM account WHERE id = $1",
      [returning.id],
    );
    expect(rows).toEqual([{ erased_at: null, closes_at: null }]);
    expect(await hasKey(returning.id)).toBe(true);
    await eventually(async () => !(await hasKey(leaving.id)));
  });
});
