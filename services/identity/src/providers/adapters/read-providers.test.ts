import { expect, test } from "vitest";
import { readProviders } from "./read-providers.ts";

const read = (providers: unknown, allowsLoopback = false) =>
  readProviders(JSON.stringify(providers), { allowsLoopback });
const own = { id: "work", name: "Work", issuer: "https://id.work.example", clientId: "a" };

test("presets need an id and a client; others say who they are", () => {
  const [google, work] = read([{ id: "google", clientId: "g", clientSecret: "s" }, own]);
  expect(google).toMatchObject({ name: "Google", issuer: new URL("https://accounts.google.com") });
  expect(work).toMatchObject({ ...own, issuer: new URL(own.issuer), clientSecret: null });
});

test.each([
  ["no list", {}],
  ["a provider that nobody knows", [{ id: "work", clientId: "a" }]],
  ["an issuer without TLS", [{ ...own, issuer: "http://id.work.example" }]],
  ["an issuer on this machine", [{ ...own, issuer: "http://127.0.0.1:1" }]],
  ["two of one name", [own, own]],
  ["a word that nobody knows", [{ ...own, autoLink: true }]],
])("%s is a mistake, told without any value", (_, providers) => {
  expect(() => read(providers)).toThrow(/LOG_IN_PROVIDERS_FILE/);
  expect(() => readProviders("{", { allowsLoopback: false })).toThrow("is not JSON");
});

test("an installation on this machine may ask a provider here", () => {
  expect(read([{ ...own, issuer: "http://127.0.0.1:1" }], true)).toHaveLength(1);
  expect(() => read([{ ...own, issuer: "http://id.work.example" }], true)).toThrow("not https");
});
