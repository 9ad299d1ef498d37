import { randomUUID } from "node:crypto";
import type { Caller } from "@tidbok/domain";
import { freePort } from "@tidbok/testing";
import { decodeJwt } from "jose";
import * as client from "openid-client";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { appForm, newOwner, registerApp } from "./support/app-operations.ts";
import { gateway, startIdentity, told, type Identity } from "./support/start-identity.ts";

type Owner = Awaited<ReturnType<typeof newOwner>>;

let identity: Identity;
let origin: string;
let maker: Owner;
let owner: Owner;
let app: Awaited<ReturnType<typeof registerApp>>;
let config: client.Configuration;
beforeAll(async () => {
  const port = await freePort();
  identity = await startIdentity({ port });
  origin = `http://127.0.0.1:${port}`;
  maker = await newOwner(identity, "maker");
  owner = await newOwner(identity, "owner");
});
afterAll(() => identity.stop());
beforeEach(async () => {
  app = await registerApp(identity, maker.caller, appForm(maker.organizationId));
  const auth = client.ClientSecretBasic(app.secret);
  config = await client.discovery(new URL(origin), app.id, undefined, auth, {
    execute: [client.allowInsecureRequests],
    algorithm: "oauth2",
  });
});

const change = (mutation: string, more: object = {}, caller: Caller = owner.caller) =>
  identity.mutate(caller, [mutation, "id"], {
    appId: app.id,
    organizationId: owner.organizationId,
    ...more,
  });
const install = (scopes: readonly string[], caller?: Caller) =>
  change("installApp", { scopes }, caller);
const uninstall = (caller?: Caller) => change("uninstallApp", {}, caller);
const grant = (scope: string, organization = owner.organizationId) =>
  client.clientCredentialsGrant(config, { scope, organization });

/** What the gateway is told of the app's token. */
async function callerOf(accessToken: string) {
  const { client_id: clientId, org: organizationId } = decodeJwt<{ org?: string }>(accessToken);
  const { data } = await identity.ask(
    gateway,
    `query ($clientId: ID!, $organizationId: ID) {
      clientCaller(clientId: $clientId, organizationId: $organizationId) {
        accountId scopes memberships { organizationId role } } }`,
    { clientId, organizationId },
  );
  return data.clientCaller as object | null;
}
const changes = async () => {
  const query = `query ($id: ID!) { organizationById(id: $id) { changes { nodes { kind subjectId actorId } } } }`;
  const { data } = await identity.ask(owner.caller, query, { id: owner.organizationId });
  const nodes = data.organizationById.changes.nodes as { kind: string; subjectId: string }[];
  return nodes.filter(({ subjectId }) => subjectId === app.id);
};

describe("an app that an owner installs", () => {
  test("acts for the organization by its own token, within the scopes, and the audit says who installed it", async () => {
    expect((await install(["bookings:read", "profile:read"])).value).toEqual({ id: app.id });
    const { access_token: token } = await grant("bookings:read bookings:write");
    expect(decodeJwt(token)).toMatchObject({
      sub: app.id,
      org: owner.organizationId,
      scope: "bookings:read",
    });
    expect(await callerOf(token)).toEqual({
      accountId: null,
      scopes: ["bookings:read", "profile:read"],
      memberships: [{ organizationId: owner.organizationId, role: "ADMIN" }],
    });
    expect(await changes()).toEqual([
      { kind: "APP_INSTALLED", subjectId: app.id, actorId: owner.id },
    ]);
  });

  test("names no organization in a token that was asked for without one", async () => {
    await install(["bookings:read"]);
    const { access_token: token } = await client.clientCredentialsGrant(config, {
      scope: "bookings:read",
    });
    expect(decodeJwt(token)).not.toHaveProperty("org");
    expect(await callerOf(token)).toMatchObject({ memberships: [] });
  });

  test("acts no more once it is uninstalled, by its old tokens neither, and it is told at once", async () => {
    await install(["bookings:read"]);
    const { access_token: token } = await grant("bookings:read");
    const before = (await told(identity, "identity.access.changed")).length;
    expect((await uninstall()).value).toEqual({ id: app.id });
    expect((await uninstall()).value).toEqual({ id: app.id });
    expect(await callerOf(token)).toBeNull();
    await expect(grant("bookings:read")).rejects.toMatchObject({ error: "invalid_target" });
    expect((await told(identity, "identity.access.changed")).slice(before)).toEqual([
      { appId: app.id, accountId: null },
    ]);
    expect((await changes()).map(({ kind }) => kind)).toEqual(["APP_UNINSTALLED", "APP_INSTALLED"]);
  });

  test("loses what is taken out of its scopes, and what it no longer declares", async () => {
    await install(["bookings:read", "profile:read"]);
    const { access_token: token } = await grant("bookings:read profile:read");
    await install(["profile:read"]);
    expect(await callerOf(token)).toMatchObject({ scopes: ["profile:read"] });
    const scopes = [{ scope: "bookings:read", why: "To show them" }];
    await identity.mutate(maker.caller, ["updateApp", "id"], { appId: app.id, scopes });
    expect(await callerOf(token)).toMatchObject({ scopes: [] });
  });

  test("rests when the company behind it is another one, until an owner installs it again", async () => {
    await install(["bookings:read"]);
    const { access_token: token } = await grant("bookings:read");
    const legalName = "Another Ltd";
    await identity.mutate(maker.caller, ["updateApp", "id"], { appId: app.id, legalName });
    expect(await callerOf(token)).toBeNull();
    expect((await changes())[0]).toMatchObject({ kind: "APP_SUSPENDED", actorId: null });
    await install(["bookings:read"]);
    expect(await callerOf(token)).not.toBeNull();
  });

  test("is uninstalled by being shut out, and cannot be installed while it is", async () => {
    await install(["bookings:read"]);
    const { access_token: token } = await grant("bookings:read");
    await change("shutOutApp");
    expect(await callerOf(token)).toBeNull();
    expect((await install(["bookings:read"])).code).toBe("APP_SHUT_OUT");
    await change("readmitApp");
    expect(await callerOf(token)).toBeNull();
  });

  test("stands in the list of those who govern, with its scopes and the day on which it last acted", async () => {
    const rows = async (caller: Caller) => {
      const query = `query ($id: ID!) { organizationById(id: $id) {
        appAccesses(first: 100) { nodes { app { id } installedScopes lastActedOn since memberCount } } } }`;
      const { data } = await identity.ask(caller, query, { id: owner.organizationId });
      const nodes = data.organizationById.appAccesses?.nodes as
        { app: { id: string } }[] | undefined;
      return nodes && nodes.filter((row) => row.app.id === app.id);
    };
    await install(["bookings:read"]);
    const installed = { app: { id: app.id }, installedScopes: ["bookings:read"], memberCount: 0 };
    expect(await rows(owner.caller)).toMatchObject([{ ...installed, lastActedOn: null }]);
    await callerOf((await grant("bookings:read")).access_token);
    const lastActedOn = "2027-01-04";
    expect(await rows(owner.caller)).toMatchObject([{ ...installed, lastActedOn }]);
    expect(await rows(maker.caller)).toBeUndefined();
  });
});

describe("an app that is not installed", () => {
  test("gets no token for an organization, whether or not there is one", async () => {
    for (const id of [owner.organizationId, maker.organizationId, randomUUID(), "x", ""]) {
      await expect(grant("bookings:read", id)).rejects.toMatchObject({ error: "invalid_target" });
    }
  });

  test("is not installed by others than an owner, nor beyond what it declares, nor without a secret", async () => {
    const memberships = (role: "ADMIN" | "MEMBER") => [
      { organizationId: owner.organizationId, role },
    ];
    const admin = { ...maker.caller, memberships: memberships("ADMIN") } as Caller;
    const member = { ...maker.caller, memberships: memberships("MEMBER") } as Caller;
    const scopes = ["bookings:read"];
    expect((await install(scopes, admin)).code).toBe("FORBIDDEN");
    expect((await install(scopes, member)).code).toBe("FORBIDDEN");
    expect((await install(scopes, maker.caller)).code).toBe("NOT_FOUND");
    expect((await uninstall(member)).code).toBe("FORBIDDEN");
    expect((await uninstall(admin)).code).toBeUndefined();
    for (const wrong of [[], ["members:read"], ["all"]]) {
      expect((await install(wrong)).code).toBe("INVALID_INPUT");
    }
    expect((await change("installApp", { scopes, appId: randomUUID() })).code).toBe("NOT_FOUND");
    const open = appForm(maker.organizationId, { isConfidential: false });
    const { id: appId } = await registerApp(identity, maker.caller, open);
    expect((await change("installApp", { scopes, appId })).code).toBe("APP_HAS_NO_SECRET");
  });
});

test("an organization lists the apps that it registered, to its owners and admins alone", async () => {
  const query = `query ($id: ID!, $first: Int) { organizationById(id: $id) {
    apps(first: $first) { nodes { id name isConfidential } pageInfo { hasNextPage } } } }`;
  const listed = async (caller: Caller, first = 100) => {
    const { data } = await identity.ask(caller, query, { id: maker.organizationId, first });
    return data.organizationById.apps as { nodes: { id: string }[]; pageInfo: object } | null;
  };
  const all = await listed(maker.caller);
  expect(all?.nodes.at(-1)).toEqual({ id: app.id, name: "Rumsbokaren", isConfidential: true });
  const page = await listed(maker.caller, 1);
  expect([page?.nodes.length, page?.pageInfo]).toEqual([1, { hasNextPage: true }]);
  expect(await listed(owner.caller)).toBeNull();
  const memberships = [{ organizationId: maker.organizationId, role: "MEMBER" }];
  expect(await listed({ ...owner.caller, memberships } as Caller)).toBeNull();
});
