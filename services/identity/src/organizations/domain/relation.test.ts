import { anonymous, type Caller, type Role } from "@tidbok/domain";
import { describe, expect, test } from "vitest";
import { knownMemberships, relationToAccount, relationToInvited } from "./relation.ts";

const joined = { accountId: "a", joinedAt: 0, version: 1 };
const person = {
  accountId: "a",
  memberships: [
    { id: "1", organizationId: "one", role: "OWNER" as const, ...joined },
    { id: "2", organizationId: "two", role: "MEMBER" as const, ...joined },
  ],
};

function account(id: string, roles: Readonly<Record<string, Role>> = {}): Caller {
  const memberships = Object.entries(roles).map(([organizationId, role]) => ({
    organizationId,
    role,
  }));
  return {
    kind: "account",
    accountId: id,
    sessionId: "s",
    isFresh: true,
    memberships,
    purpose: "provide.schedule",
  };
}

describe("what a caller is to an account", () => {
  test("is self for the person", () => {
    expect(relationToAccount(account("a", { one: "OWNER" }), person)).toBe("self");
  });

  test("is admin where the caller governs an organization that the person belongs to", () => {
    expect(relationToAccount(account("b", { two: "ADMIN" }), person)).toBe("admin");
    expect(relationToAccount(account("b", { one: "MEMBER", two: "OWNER" }), person)).toBe("admin");
  });

  test("is member where they share an organization", () => {
    expect(relationToAccount(account("b", { one: "MEMBER" }), person)).toBe("member");
  });

  test("is none for the owner of another organization, a visitor and a service", () => {
    expect(relationToAccount(account("b", { three: "OWNER" }), person)).toBe("none");
    expect(relationToAccount(anonymous, person)).toBe("none");
    const service = { kind: "service", service: "privacy", purpose: "rights" } as const;
    expect(relationToAccount(service, person)).toBe("none");
  });
});

describe("the memberships that one may know of", () => {
  test("are all of one's own, and of another's those that one shares", () => {
    expect(knownMemberships(account("a"), person)).toHaveLength(2);
    expect(knownMemberships(account("b", { two: "MEMBER" }), person)).toEqual([
      person.memberships[1],
    ]);
    expect(knownMemberships(anonymous, person)).toEqual([]);
  });
});

describe("who is invited", () => {
  test("is known to owners and admins of the organization only", () => {
    expect(relationToInvited(account("b", { one: "ADMIN" }), "one")).toBe("admin");
    expect(relationToInvited(account("b", { one: "MEMBER" }), "one")).toBe("none");
    expect(relationToInvited(account("b", { two: "OWNER" }), "one")).toBe("none");
  });
});
