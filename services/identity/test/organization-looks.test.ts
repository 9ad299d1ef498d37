import { anonymous, type Caller } from "@tidbok/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { organizationOperations } from "./support/organization-operations.ts";
import { newPerson, startIdentity, type Identity } from "./support/start-identity.ts";

let identity: Identity;
let organizationId: string;
let owner: Caller;
let member: Caller;
let ids: { readonly owner: string; readonly member: string };
beforeAll(async () => {
  identity = await startIdentity();
  const boss = await newPerson(identity, { email: "boss@example.test" });
  const made = await organizationOperations(identity).withMember(boss, "MEMBER");
  organizationId = made.organizationId;
  [owner, member] = [made.owner.caller, made.person.caller];
  ids = { owner: made.owner.id, member: made.person.id };
});
afterAll(() => identity.stop());

const looks = "description accentColor embedOrigins isFindable";
const update = (change: object, caller = owner) =>
  identity.mutate(caller, ["updateOrganization", looks], { organizationId, ...change });
const read = async (caller: Caller, fields: string) => {
  const query = `query ($id: ID!) { organizationById(id: $id) { ${fields} } }`;
  return (await identity.ask(caller, query, { id: organizationId })).data.organizationById;
};

describe("how an organization presents itself", () => {
  test("is the platform's own at first, is changed by those who govern, and is read by visitors", async () => {
    const first = { description: "", accentColor: null, embedOrigins: [], isFindable: false };
    expect(await read(anonymous, looks)).toEqual(first);
    const change = {
      description: "We fix bicycles.\nSince 1998.",
      accentColor: "#0B57D0",
      embedOrigins: ["https://www.example.org", "https://shop.example.org:8443"],
      isFindable: true,
    };
    const changed = { ...change, accentColor: "#0b57d0" };
    expect((await update(change)).value).toEqual(changed);
    expect((await update({ name: "Berg AB", accentColor: null })).value).toEqual(changed);
    expect(await read(anonymous, looks)).toEqual(changed);
    expect((await update({ ...first, accentColor: "" })).value).toEqual(first);
    expect((await update(change, member)).code).toBe("FORBIDDEN");
  });

  test("may be embedded by a site that is being made on the reader's own machine, without a certificate", async () => {
    const embedOrigins = ["http://localhost:5173", "http://127.0.0.1"];
    expect((await update({ embedOrigins })).value.embedOrigins).toEqual(embedOrigins);
  });

  test("has an accent on which text can be read; another is refused with the nearest that passes", async () => {
    const { answer, code } = await update({ accentColor: "#7a7a7a" });
    expect(code).toBe("INVALID_INPUT");
    const [problem] = answer.errors?.[0]?.extensions["problems"] as {
      code: string;
      message: string;
    }[];
    expect(problem).toMatchObject({ path: "accentColor", code: "CONTRAST_TOO_LOW" });
    const nearest = /nearest such color is (#[0-9a-f]{6})/.exec(problem?.message ?? "")?.[1];
    expect((await update({ accentColor: nearest })).value.accentColor).toBe(nearest);
  });

  test.each([
    [{ accentColor: "red" }],
    [{ accentColor: "#12345" }],
    [{ accentColor: "#0b57d0;" }],
    [{ embedOrigins: ["http://example.org"] }],
    [{ embedOrigins: ["http://localhost.example.org"] }],
    [{ embedOrigins: ["https://example.org/"] }],
    [{ embedOrigins: ["https://example.org/page"] }],
    [{ embedOrigins: ["https://*.example.org"] }],
    [{ embedOrigins: ["https://a.example; script-src *"] }],
    [{ embedOrigins: ["https://example.org:443"] }],
    [{ embedOrigins: Array.from({ length: 21 }, (_, i) => `https://a${i}.example`) }],
    [{ description: "x".repeat(1_001) }],
    [{ description: "a\0b" }],
  ])("refuses %j", async (change) => {
    expect((await update(change)).code).toBe("INVALID_INPUT");
  });
});

describe("the changes of an organization", () => {
  const people = "kind actorId subjectId actor { id name displayName email } subject { id name }";

  test("name the person who made each and the person that it was about, as owners may know them", async () => {
    const { changes } = await read(
      owner,
      `changes(kinds: [MEMBER_JOINED]) { nodes { ${people} } }`,
    );
    const [change] = changes.nodes;
    expect(change).toMatchObject({
      kind: "MEMBER_JOINED",
      actorId: ids.member,
      subjectId: ids.member,
      actor: { id: ids.member, name: "Astrid Lindqvist", displayName: "Astrid Lindqvist" },
      subject: { id: ids.member, name: "Astrid Lindqvist" },
    });
    expect(await read(member, `changes { nodes { ${people} } }`)).toEqual({ changes: null });
  });

  test("have no person as subject where they are about the organization or an invitation", async () => {
    const kinds = "[CREATED, MEMBER_INVITED]";
    const { changes } = await read(owner, `changes(kinds: ${kinds}) { nodes { ${people} } }`);
    expect(changes.nodes.map(({ subject }: { subject: unknown }) => subject)).toEqual([null, null]);
  });

  test("are filtered by kind and time, and a page goes on within the filter", async () => {
    const listed = async (filter: string) => {
      const { changes } = await read(owner, `changes(${filter}) { nodes { kind } }`);
      return changes.nodes.map(({ kind }: { kind: string }) => kind) as string[];
    };
    const before = new Date(identity.clock.now + 1_000).toISOString();
    identity.clock.now += 60_000;
    await update({ isFindable: true });
    expect(await listed(`from: "${before}"`)).toEqual(["SETTINGS_CHANGED"]);
    expect(await listed(`to: "${before}", kinds: [CREATED]`)).toEqual(["CREATED"]);
    expect(await listed(`from: "${before}", kinds: [CREATED]`)).toEqual([]);
    const { changes } = await read(
      owner,
      "changes(first: 1, kinds: [CREATED, MEMBER_JOINED]) { nodes { kind } pageInfo { endCursor hasNextPage } }",
    );
    expect(changes.pageInfo.hasNextPage).toBe(true);
    const after = changes.pageInfo.endCursor as string;
    expect(await listed(`after: "${after}", kinds: [CREATED, MEMBER_JOINED]`)).toEqual(["CREATED"]);
  });
});
