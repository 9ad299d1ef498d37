import { purposes } from "@tidbok/domain";
import type { Caller } from "@tidbok/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { audienceOf, possibleRelations, relations } from "./audience.ts";
import { dataCategories, dataMap } from "../data-map.ts";
import { bestDecision } from "./caller-decisions.ts";
import { decide, strictness, unencumbered } from "./decide.ts";
import {
  account,
  agent,
  attendee,
  partner,
  service,
  visitor,
} from "../../test/support/example-callers.ts";
import { grantScopes, showAttendeesToAdmins } from "./remedies.ts";

const actionFor = (
  category: (typeof dataCategories)[number],
  caller: Caller,
  relation: (typeof relations)[number],
) => decide({ category, caller, relation }).action;

describe("the table of the design", () => {
  test.each([
    ["HOST_NAME", visitor, "none", "reveal"],
    ["HOST_NAME", attendee, "participant", "reveal"],
    ["ACCOUNT_EMAIL", visitor, "none", "hide"],
    ["ACCOUNT_EMAIL", account, "self", "reveal"],
    ["ACCOUNT_EMAIL", account, "member", "hide"],
    ["ACCOUNT_EMAIL", account, "admin", "reveal"],
    ["ACCOUNT_EMAIL", agent, "self", "mask"],
    ["ACCOUNT_EMAIL", agent, "none", "hide"],
    ["ATTENDEE_EMAIL", visitor, "none", "hide"],
    ["ATTENDEE_EMAIL", attendee, "self", "reveal"],
    ["ATTENDEE_EMAIL", attendee, "participant", "hide"],
    ["ATTENDEE_EMAIL", account, "host", "reveal"],
    ["ATTENDEE_EMAIL", account, "admin", "hide"],
    ["ATTENDEE_NAME", account, "overseer", "reveal"],
    ["ATTENDEE_EMAIL", account, "overseer", "reveal"],
    ["ATTENDEE_PHONE", account, "overseer", "hide"],
    ["ATTENDEE_ANSWER", account, "overseer", "hide"],
    ["CANCELLATION_REASON", account, "overseer", "hide"],
    ["ATTENDEE_EMAIL", agent, "overseer", "hide"],
    ["ATTENDEE_EMAIL", agent, "self", "mask"],
    ["ATTENDEE_EMAIL", service("research"), "none", "deny"],
    ["ATTENDEE_EMAIL", service("provide.notify"), "none", "reveal"],
    ["ATTENDEE_EMAIL", service("provide.bill"), "none", "hide"],
    ["ATTENDEE_ANSWER", agent, "self", "hide"],
    ["MANAGE_LINK", service("provide.notify"), "none", "reveal"],
    ["MANAGE_LINK", service("provide.schedule"), "none", "hide"],
    ["MANAGE_LINK", account, "host", "hide"],
    ["VERIFICATION_LINK", account, "self", "hide"],
    ["SESSION_CREDENTIAL", visitor, "self", "reveal"],
    ["CREDENTIAL_INPUT", account, "self", "deny"],
  ] as const)("%s for %o, who is %s to the person: %s", (category, caller, relation, action) => {
    expect(actionFor(category, caller, relation)).toBe(action);
  });
});

test("an admin is told of the setting that would show who attends, and of none where none would", () => {
  const asked = (category: (typeof dataCategories)[number]) =>
    decide({ category, caller: account, relation: "admin" });
  expect(asked("ATTENDEE_EMAIL")).toEqual({
    action: "hide",
    mask: null,
    reason: "NOT_FOR_AUDIENCE",
    remedy: showAttendeesToAdmins,
  });
  expect(asked("ATTENDEE_PHONE").remedy).toBeNull();
  expect(asked("ACCOUNT_EMAIL").remedy).toBeNull();
});

describe("a partner", () => {
  const scope = "attendees.email:read";

  test("needs the scope, and is told which", () => {
    expect(
      decide({ category: "ATTENDEE_EMAIL", caller: partner([scope]), relation: "host" }).action,
    ).toBe("reveal");
    expect(decide({ category: "ATTENDEE_EMAIL", caller: partner([]), relation: "host" })).toEqual({
      action: "hide",
      mask: null,
      reason: "SCOPE_MISSING",
      remedy: grantScopes(scope),
    });
  });

  test("sees no more than the person who let it in, and is not sent after a scope that would not help", () => {
    expect(
      decide({ category: "ATTENDEE_EMAIL", caller: partner([]), relation: "admin" }),
    ).toMatchObject({
      action: "hide",
      reason: "NOT_FOR_GRANTOR",
      remedy: null,
    });
  });

  test("that nobody let in sees no more than a visitor, whatever a service says of it", () => {
    expect(actionFor("ATTENDEE_EMAIL", partner([scope], null), "host")).toBe("hide");
  });
});

describe("a person's own wishes", () => {
  const ask = (
    caller: Caller,
    relation: (typeof relations)[number],
    state: Partial<typeof unencumbered>,
  ) =>
    decide({
      category: "ATTENDEE_EMAIL",
      caller,
      relation,
      subjectState: { ...unencumbered, ...state },
    });

  test("erased data is hidden from everybody", () => {
    expect(ask(account, "self", { isErased: true }).reason).toBe("ERASED");
  });

  test("restricted data serves the person, rights and legal claims only", () => {
    expect(ask(account, "host", { isRestricted: true }).reason).toBe("RESTRICTED");
    expect(ask(account, "self", { isRestricted: true }).action).toBe("reveal");
    expect(ask(service("rights"), "none", { isRestricted: true }).action).toBe("reveal");
  });

  test("a purpose that the person objected to, or that is prohibited, does not reveal", () => {
    expect(
      ask(service("provide.integrate"), "none", { objectedTo: ["provide.integrate"] }).reason,
    ).toBe("OBJECTED");
    expect(
      ask(service("provide.integrate"), "none", { prohibited: ["provide.integrate"] }).reason,
    ).toBe("PROHIBITED");
    expect(
      ask(service("provide.notify"), "none", { objectedTo: ["provide.integrate"] }).action,
    ).toBe("reveal");
  });
});

describe("whatever the question", () => {
  const scopes = [...new Set(dataCategories.flatMap((each) => dataMap[each].scope ?? []))];
  const anyPurpose = fc.constantFrom(...purposes);
  const anyCaller: fc.Arbitrary<Caller> = fc.oneof(
    fc
      .record({
        caller: fc.constantFrom(visitor, attendee, account, agent, service("support")),
        purpose: anyPurpose,
      })
      .map(({ caller, purpose }) => ({ ...caller, purpose })),
    fc
      .record({
        scopes: fc.subarray(scopes),
        accountId: fc.constantFrom("account-1", null),
        purpose: anyPurpose,
      })
      .map(({ scopes, accountId, purpose }) => ({ ...partner(scopes, accountId), purpose })),
  );
  const anyState = fc.record({
    isErased: fc.boolean(),
    isRestricted: fc.boolean(),
    prohibited: fc.subarray([...purposes]),
    objectedTo: fc.subarray([...purposes]),
  });
  const anyQuestion = fc.record({
    category: fc.constantFrom(...dataCategories),
    caller: anyCaller,
    relation: fc.constantFrom(...relations),
  });

  test("another scope never reveals less", () => {
    fc.assert(
      fc.property(anyQuestion, fc.constantFrom(...scopes), (question, scope) => {
        const { caller } = question;
        fc.pre(caller.kind === "client");
        const more = { ...caller, scopes: [...caller.scopes, scope] };
        expect(strictness(decide({ ...question, caller: more }))).toBeLessThanOrEqual(
          strictness(decide(question)),
        );
      }),
    );
  });

  test("nothing that a person asks for reveals more", () => {
    fc.assert(
      fc.property(anyQuestion, anyState, (question, subjectState) => {
        expect(strictness(decide({ ...question, subjectState }))).toBeGreaterThanOrEqual(
          strictness(decide(question)),
        );
      }),
    );
  });

  test("no row reveals more than the best decision, so pruning never hides what a row would reveal", () => {
    fc.assert(
      fc.property(anyQuestion, ({ category, caller, relation }) => {
        fc.pre(possibleRelations(caller, "query").includes(relation));
        expect(strictness(bestDecision(category, caller, "query"))).toBeLessThanOrEqual(
          strictness(decide({ category, caller, relation })),
        );
      }),
    );
  });

  test("a secret is denied to everybody, and a relation that the caller cannot have is none", () => {
    fc.assert(
      fc.property(anyCaller, fc.constantFrom(...relations), (caller, relation) => {
        expect(decide({ category: "CREDENTIAL_INPUT", caller, relation }).action).toBe("deny");
        fc.pre(!possibleRelations(caller).includes(relation));
        expect(audienceOf(caller, relation)).toBe(audienceOf(caller, "none"));
      }),
    );
  });

  test("an app that an owner installed gets no more than an admin, and is neither host nor data subject", () => {
    const memberships = [{ organizationId: "o", role: "ADMIN" }] as const;
    fc.assert(
      fc.property(anyQuestion, ({ category, caller, relation }) => {
        fc.pre(caller.kind === "client" && caller.accountId === null);
        const installed = { ...caller, memberships };
        const admin = { ...account, purpose: caller.purpose };
        const held = possibleRelations(installed).includes(relation) ? relation : "none";
        expect(["self", "host", "participant"]).not.toContain(held);
        expect(
          strictness(decide({ category, caller: installed, relation })),
        ).toBeGreaterThanOrEqual(strictness(decide({ category, caller: admin, relation: held })));
      }),
    );
  });

  test("a partner gets no more than its grantor with the same relation", () => {
    fc.assert(
      fc.property(anyQuestion, ({ category, caller, relation }) => {
        fc.pre(caller.kind === "client" && caller.accountId !== null);
        const grantor = { ...account, purpose: caller.purpose };
        expect(strictness(decide({ category, caller, relation }))).toBeGreaterThanOrEqual(
          strictness(decide({ category, caller: grantor, relation })),
        );
      }),
    );
  });
});
