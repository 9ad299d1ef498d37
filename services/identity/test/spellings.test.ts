import { anonymous, type Caller } from "@tidbok/domain";
import { afterAll, describe, expect, test } from "vitest";
import { newOwner } from "./support/app-operations.ts";
import { newPerson, startIdentity, told } from "./support/start-identity.ts";

const identity = await startIdentity();
afterAll(() => identity.stop());

/** The text as it is, and in capitals, by turns. */
const spelled = (text: string, turn: number) => (turn % 2 === 0 ? text : text.toUpperCase());

describe("capitals", () => {
  test("of an address make no second limit of guesses", async () => {
    const { email } = await newPerson(identity, { email: "guessed@example.test" });
    const codes = [];
    for (let turn = 0; turn < 11; turn++) {
      const input = { email: spelled(email, turn), password: "a wrong guess", delivery: "COOKIE" };
      codes.push((await identity.mutate(anonymous, ["logIn", "account { id }"], input)).code);
    }
    expect(codes).toEqual([...Array<string>(10).fill("LOGIN_FAILED"), "RATE_LIMITED"]);
  });

  test("of an address make no second limit of mails", async () => {
    const { email } = await newPerson(identity, { email: "mailed@example.test" });
    const count = async () =>
      (await told(identity, "identity.email-verification.requested")).length;
    const before = await count();
    for (let turn = 0; turn < 8; turn++) {
      const input = { email: spelled(email, turn) };
      await identity.mutate(anonymous, ["requestRecovery", "nextStep"], input);
    }
    // The mail of the sign-up was the first of five.
    expect((await count()) - before).toBe(4);
  });

  test("of an organization's id make no second limit of invitations", async () => {
    const { caller, organizationId } = await newOwner(identity, "inviting");
    const codes = [];
    for (let turn = 0; turn < 51; turn++) {
      const input = {
        organizationId: spelled(organizationId, turn),
        email: `guest-${turn}@example.test`,
        role: "MEMBER",
      };
      codes.push((await identity.mutate(caller, ["inviteMember", "id"], input)).code);
    }
    expect(codes).toEqual([...Array<undefined>(50).fill(undefined), "RATE_LIMITED"]);
  });

  test("of one's own ids name oneself all the same", async () => {
    const { caller, organizationId, id, sessionId } = await newOwner(identity, "oneself");
    const key = { organizationId, accountId: id.toUpperCase() };
    const transfer = await identity.mutate(caller, ["transferOwnership", "role"], key);
    expect(transfer.code).toBe("FORBIDDEN");
    // Of one's own session no fresh log-in is asked.
    const stale = { ...caller, isFresh: false } as Caller;
    const input = { sessionId: sessionId.toUpperCase() };
    expect((await identity.mutate(stale, ["endSession", "id"], input)).code).toBeUndefined();
  });
});
