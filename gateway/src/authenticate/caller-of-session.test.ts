import { describe, expect, test } from "vitest";
import { callerOfSession } from "./caller-of-session.ts";
import type { LiveSession } from "./create-session-lookup.ts";

const now = Date.UTC(2027, 0, 4, 8);
const session: LiveSession = {
  accountId: "account",
  sessionId: "session",
  authenticatedAt: now - 600_000,
  memberships: [],
  isStaff: false,
  support: null,
};

test("a person is fresh for ten minutes", () => {
  expect(callerOfSession(session, now - 1)).toMatchObject({ kind: "account", isFresh: true });
  expect(callerOfSession(session, now)).toMatchObject({ kind: "account", isFresh: false });
});

describe("a support agent", () => {
  const support = { supportAccessId: "access", subjectId: "person", expiresAt: now };
  const agent = { kind: "staff", staffId: "account", purpose: "support" };

  test("has the person of the access, to the millisecond until it runs out", () => {
    const staff = { ...session, isStaff: true, support };
    const named = { ...agent, grantId: "access", subjectId: "person" };
    const nobody = { ...agent, grantId: null, subjectId: null };
    expect(callerOfSession(staff, now - 1)).toEqual(named);
    expect(callerOfSession(staff, now)).toEqual(nobody);
    expect(callerOfSession({ ...staff, support: null }, now - 1)).toEqual(nobody);
  });

  test("is never a person with an account, and an access makes nobody an agent", () => {
    expect(callerOfSession({ ...session, support }, now - 1).kind).toBe("account");
    expect(callerOfSession({ ...session, isStaff: true }, now).kind).toBe("staff");
  });
});
