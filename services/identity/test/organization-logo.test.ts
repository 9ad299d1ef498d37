import type { Caller } from "@tidbok/domain";
import { anonymous } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { organizationOperations } from "./support/organization-operations.ts";
import {
  codeOf,
  gateway,
  newPerson,
  startIdentity,
  type Identity,
} from "./support/start-identity.ts";

let identity: Identity;
let organizationId: string;
let owner: Caller;
let member: Caller;
beforeAll(async () => {
  identity = await startIdentity();
  const boss = await newPerson(identity, { email: "painter@example.test" });
  const made = await organizationOperations(identity).withMember(boss, "MEMBER");
  ({ organizationId } = made);
  [owner, member] = [made.owner.caller, made.person.caller];
});
afterAll(() => identity.stop());

// One transparent pixel.
const pixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
const set = (caller: Caller, png = pixel) =>
  identity.mutate(caller, ["setOrganizationLogo", "logoUrl"], { organizationId, png });
const remove = (caller: Caller) =>
  identity.mutate(caller, ["removeOrganizationLogo", "logoUrl"], { organizationId });
const served = (caller: Caller) =>
  identity.ask(caller, "query ($id: ID!) { organizationLogo(organizationId: $id) { hash png } }", {
    id: organizationId,
  });

test("a logo is a picture at our own address, which everybody learns and the gateway serves", async () => {
  const { value } = await set(owner);
  expect(value.logoUrl).toMatch(
    new RegExp(`^https://book\\.tidbok\\.example/logos/${organizationId}/[0-9a-f]{32}\\.png$`),
  );
  const { data } = await identity.ask(
    anonymous,
    "query ($id: ID!) { organizationById(id: $id) { logoUrl logoPng } }",
    { id: organizationId },
  );
  expect(data.organizationById).toEqual({ ...value, logoPng: pixel });
  const { organizationLogo } = (await served(gateway)).data;
  expect(organizationLogo.png).toBe(pixel);
  expect(value.logoUrl).toContain(organizationLogo.hash);
  expect(codeOf(await served(owner))).toBe("NOT_FOUND");

  expect((await remove(owner)).value).toEqual({ logoUrl: null });
  expect((await remove(owner)).value).toEqual({ logoUrl: null });
  expect((await served(gateway)).data.organizationLogo).toBeNull();
});

test("it is for who governs to change, and for pictures only", async () => {
  expect((await set(member)).code).toBe("FORBIDDEN");
  expect((await remove(member)).code).toBe("FORBIDDEN");
  const stranger = await newPerson(identity, { email: "sprayer@example.test" });
  expect((await set(stranger.caller)).code).toBe("NOT_FOUND");
  expect((await remove(stranger.caller)).code).toBe("NOT_FOUND");
  const page = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>").toString("base64");
  for (const png of ["", "no base64!", page, `${"A".repeat(87_384)}AAAA`]) {
    expect((await set(owner, png)).code).toBe("INVALID_INPUT");
  }
});
