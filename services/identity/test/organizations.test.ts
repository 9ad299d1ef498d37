import { anonymous } from "@tidbok/domain";
import { afterAll, describe, expect, test } from "vitest";
import {
  organizationFields,
  organizationOperations,
  type Person,
} from "./support/organization-operations.ts";
import { newPerson, startIdentity, told } from "./support/start-identity.ts";

const identity = await startIdentity();
const { create, again } = organizationOperations(identity);
let owner: Person = await newPerson(identity, { email: "owner@example.test" });
afterAll(() => identity.stop());

describe("an organization", () => {
  test("is made by its owner, and its public side is everybody's", async () => {
    const { value } = await create(owner.caller, { slug: "lindqvist" });
    expect(value).toMatchObject({ slug: "lindqvist", locale: "sv", members: null });
    owner = await again(owner);
    expect(owner.caller).toMatchObject({
      memberships: [{ organizationId: value.id, role: "OWNER" }],
    });
    for (const [query, variables] of [
      [
        `query ($slug: String!) { found: organization(slug: $slug) { ${organizationFields} } }`,
        { slug: "lindqvist" },
      ],
      [
        `query ($id: ID!) { found: organizationById(id: $id) { ${organizationFields} } }`,
        { id: value.id },
      ],
    ] as const) {
      const { data } = await identity.ask(anonymous, query, variables);
      expect(data.found).toEqual(value);
      const own = await identity.ask(owner.caller, query, variables);
      expect(own.data.found.members).toEqual({ nodes: [{ role: "OWNER" }] });
    }
    const place = { organizationId: value.id };
    expect(await told(identity, "identity.organization.created")).toContainEqual({
      ...place,
      ownerId: owner.id,
    });
    expect(await told(identity, "identity.member.joined")).toContainEqual({
      ...place,
      accountId: owner.id,
      role: "OWNER",
    });
  });

  test("has an address that nobody else has, even when both ask at once", async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => create(owner.caller, { slug: "wanted" })),
    );
    const codes = answers.map(({ code }) => code ?? "made").sort();
    expect(codes).toEqual(["SLUG_TAKEN", "SLUG_TAKEN", "made"]);
  });

  test("is made once for a key", async () => {
    const asked = { slug: "once-only", idempotencyKey: "create-0001" };
    const answers = await Promise.all([1, 2].map(() => create(owner.caller, asked)));
    expect(answers[0]?.value.id).toBe(answers[1]?.value.id);
    const other = await create(owner.caller, { ...asked, name: "Another" });
    expect(other.code).toBe("IDEMPOTENCY_KEY_REUSED");
  });

  test.each([
    [{ slug: "Upper" }, "slug WRONG_FORMAT"],
    [{ slug: "graphql" }, "slug RESERVED"],
    [{ name: " " }, "name TOO_SMALL"],
    [{ name: "a\u0000b" }, "name CONTROL_CHARACTER"],
    [{ timeZone: "Nowhere/Town", locale: "xx" }, "timeZone UNKNOWN_TIME_ZONE,locale NOT_OFFERED"],
  ])("refuses %o", async (change, wanted) => {
    const { answer } = await create(owner.caller, change);
    const problems = answer.errors?.[0]?.extensions["problems"] as { path: string; code: string }[];
    expect(problems.map(({ path, code }) => `${path} ${code}`).join()).toBe(wanted);
  });

  test("is nobody's who is not logged in, and none is found by what is no address or id", async () => {
    expect((await create(anonymous)).code).toBe("UNAUTHENTICATED");
    for (const text of ["no-such", "", "\0", "A B", "x".repeat(10_000)]) {
      const { data, errors } = await identity.ask(
        anonymous,
        "query ($text: String!, $id: ID!) { organization(slug: $text) { id } organizationById(id: $id) { id } }",
        { text, id: text },
      );
      expect(errors).toBeUndefined();
      expect(data).toEqual({ organization: null, organizationById: null });
    }
  });
});
