import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JWK } from "jose";
import { beforeEach, expect, test } from "vitest";
import { rotateKeys, type KeyPairFiles } from "./rotate-keys.ts";
import { makeSigningKey } from "./signing-key.ts";

let files: KeyPairFiles;
let old: JWK;
const times = { settleMilliseconds: 100, lifetimeMilliseconds: 1_000 };
const at = (now: number) => rotateKeys(files, { ...times, now });
const idsIn = (file: string) =>
  (JSON.parse(readFileSync(file, "utf8")) as { keys: JWK[] }).keys.map(({ kid }) => kid);

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), "tidbok-rotate-"));
  files = { keys: join(folder, "keys.json"), jwks: join(folder, "jwks.json") };
  const made = await makeSigningKey("P-256");
  old = made.privateJwk;
  writeFileSync(files.keys, JSON.stringify({ keys: [old] }));
  writeFileSync(files.jwks, JSON.stringify(made.jwks));
});

test("a key is published before it signs, and goes when no token of it lives", async () => {
  expect(await at(0)).toEqual({ did: "PUBLISHED", nextAt: 100 });
  const [, next] = idsIn(files.keys);
  expect(idsIn(files.keys)).toEqual([old.kid, next]);
  expect(idsIn(files.jwks)).toEqual([old.kid, next]);
  expect(await at(99)).toEqual({ did: "NOTHING", nextAt: 100 });
  expect(await at(100)).toEqual({ did: "SIGNING", nextAt: 1_200 });
  expect(idsIn(files.keys)).toEqual([next, old.kid]);
  expect(idsIn(files.jwks)).toEqual([next, old.kid]);
  expect(await at(1_199)).toEqual({ did: "NOTHING", nextAt: 1_200 });
  expect(await at(1_200)).toEqual({ did: "RETIRED", nextAt: null });
  expect([idsIn(files.keys), idsIn(files.jwks)]).toEqual([[next], [next]]);
  expect(await at(2_000)).toMatchObject({ did: "PUBLISHED" });
});

test("what is published holds no private half, and both sides are of one pair", async () => {
  await at(0);
  const published = JSON.parse(readFileSync(files.jwks, "utf8")) as { keys: JWK[] };
  expect(published.keys.map((key) => Object.keys(key).toSorted())).toEqual(
    Array(2).fill(["alg", "crv", "kid", "kty", "use", "x", "y"]),
  );
  const { keys } = JSON.parse(readFileSync(files.keys, "utf8")) as { keys: JWK[] };
  expect(keys.map(({ x, y }) => [x, y])).toEqual(published.keys.map(({ x, y }) => [x, y]));
});

test("a step that was broken off between the two files is made again", async () => {
  const before = readFileSync(files.keys, "utf8");
  await at(0);
  writeFileSync(files.keys, before);
  await at(0);
  expect(idsIn(files.jwks)).toEqual(idsIn(files.keys));
  const [, next] = idsIn(files.keys);
  const published = readFileSync(files.keys, "utf8");
  await at(100);
  writeFileSync(files.keys, published);
  expect(await at(100)).toMatchObject({ did: "SIGNING" });
  expect(idsIn(files.keys)).toEqual([next, old.kid]);
});
