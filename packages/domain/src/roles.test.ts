import { describe, expect, test } from "vitest";
import type { Caller, Role } from "./caller.ts";
import { Forbidden } from "./errors/forbidden.ts";
import { NotFound } from "./errors/not-found.ts";
import { isAdministrator, requireMember, requireRole } from "./roles.ts";
import { Unauthenticated } from "./errors/unauthenticated.ts";

const organizationId = "here";
const account = (role: Role): Caller => ({
  kind: "account",
  accountId: "me",
  sessionId: "session",
  isFresh: false,
  memberships: [{ organizationId, role }],
  purpose: "provide.schedule",
});
const app = (accountId: string | null): Caller => ({
  kind: "client",
  clientId: "app",
  accountId,
  memberships: [{ organizationId, role: "MEMBER" }],
  scopes: [],
  purpose: "provide.integrate",
});
const visitor: Caller = { kind: "anonymous", purpose: "provide.schedule" };
const roles: readonly Role[] = ["MEMBER", "ADMIN", "OWNER"];

describe("requireRole", () => {
  test("lets in a role that is high enough, and says which it is", () => {
    for (const [index, role] of roles.entries()) {
      for (const least of roles.slice(0, index + 1)) {
        expect(requireRole(account(role), { organizationId, least })).toBe(role);
      }
    }
  });

  test("is Forbidden below, and NotFound for callers from elsewhere", () => {
    const asked = { organizationId, least: "ADMIN" } as const;
    expect(() => requireRole(account("MEMBER"), asked)).toThrow(Forbidden);
    expect(() => requireRole(visitor, asked)).toThrow(NotFound);
    const elsewhere = { organizationId: "there", least: "MEMBER" } as const;
    expect(() => requireRole(account("OWNER"), elsewhere)).toThrow(NotFound);
  });
});

test("owners and admins administer, members do not", () => {
  expect(roles.map((role) => isAdministrator(account(role), organizationId))).toEqual([
    false,
    true,
    true,
  ]);
});

test("a member acts as their account, an app as its person's, and nobody else acts", () => {
  expect(requireMember(account("MEMBER"), organizationId)).toBe("me");
  expect(requireMember(app("me"), organizationId)).toBe("me");
  expect(() => requireMember(app(null), organizationId)).toThrow(Forbidden);
  expect(() => requireMember(account("OWNER"), "there")).toThrow(NotFound);
  expect(() => requireMember(visitor, organizationId)).toThrow(Unauthenticated);
});
