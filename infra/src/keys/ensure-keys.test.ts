import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ensureKeys, keyFiles } from "./ensure-keys.ts";

const folderOf = () => mkdtempSync(join(tmpdir(), "tidbok-keys-"));
const pairsOf = (folder: string) => {
  const files = keyFiles(folder);
  return [
    [files.callerKeys, files.callerJwks],
    [files.accessKeys, files.accessJwks],
    [files.manageLinkKeys, files.manageLinkJwks],
  ] as const;
};

test("a public side that is missing is derived, and the private keys stay", async () => {
  const folder = folderOf();
  await ensureKeys(folder);
  for (const [privateSide, publicSide] of pairsOf(folder)) {
    const before = [privateSide, publicSide].map((file) => readFileSync(file, "utf8"));
    rmSync(publicSide);
    await ensureKeys(folder);
    const after = [privateSide, publicSide].map((file) => readFileSync(file, "utf8"));
    expect(after[0]).toBe(before[0]);
    expect(JSON.parse(after[1]!)).toEqual(JSON.parse(before[1]!));
  }
});

test("a private side that is missing stops the start, and the public keys stay", async () => {
  const folder = folderOf();
  await ensureKeys(folder);
  for (const [privateSide, publicSide] of pairsOf(folder)) {
    const lost = readFileSync(privateSide);
    const before = readFileSync(publicSide, "utf8");
    rmSync(privateSide);
    await expect(ensureKeys(folder)).rejects.toThrow(`${privateSide} is missing`);
    expect(readFileSync(publicSide, "utf8")).toBe(before);
    expect(existsSync(privateSide)).toBe(false);
    writeFileSync(privateSide, lost, { mode: 0o600 });
  }
});
