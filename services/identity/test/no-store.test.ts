import { freePort } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appForm, newOwner, redirectUri, registerApp } from "./support/app-operations.ts";
import { startIdentity, type Identity } from "./support/start-identity.ts";

let identity: Identity;
let origin: string;
let clientId: string;
let cookie: string;
beforeAll(async () => {
  const port = await freePort();
  identity = await startIdentity({ port });
  origin = `http://127.0.0.1:${port}`;
  const owner = await newOwner(identity, "owner");
  const form = appForm(owner.organizationId, { isConfidential: false });
  clientId = (await registerApp(identity, owner.caller, form)).id;
  cookie = `__Host-tidbok-session=${owner.cookie}`;
});
afterAll(() => identity.stop());

const challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const authorize = () => {
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: "code",
    scope: "bookings:read",
    code_challenge: challenge,
    code_challenge_method: "S256",
  });
  return get(`/oauth/authorize?${query.toString()}`);
};

const get = (path: string) =>
  fetch(`${origin}${path}`, { redirect: "manual", headers: { cookie } });
const post = (path: string, body: Record<string, string>) =>
  fetch(`${origin}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie },
    body: new URLSearchParams(body),
  });

/** The page where the person decides, at the address to which the authorization sends. */
async function consent(): Promise<Response> {
  const sent = await authorize();
  const [own] = sent.headers.getSetCookie().map((line) => line.split(";")[0]);
  cookie = `${cookie}; ${own}`;
  return get(new URL(sent.headers.get("location") ?? "", origin).pathname);
}

test.each<[string, () => Promise<Response>]>([
  ["the way to the consent page", authorize],
  ["the consent page", consent],
  ["an authorization of an app that is none", () => get("/oauth/authorize?client_id=x")],
  ["the page for a device's code", () => get("/oauth/device")],
  ["a device's code", () => post("/oauth/device-authorization", { client_id: clientId })],
  ["a typed code", () => post("/oauth/device", { user_code: "ABCD-EFGH" })],
  ["a refused token", () => post("/oauth/token", { client_id: clientId })],
  ["who the person is", () => get("/oauth/userinfo")],
  ["a revocation", () => post("/oauth/revocation", { client_id: clientId, token: "x" })],
  ["a provider that is none", () => get("/log-in/with/nowhere")],
])("%s is stored nowhere", async (_, answer) => {
  const { headers } = await answer();
  expect(headers.get("cache-control")).toMatch(/\bno-store\b/);
});
