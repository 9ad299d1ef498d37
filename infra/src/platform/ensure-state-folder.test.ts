import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { PlainFailure } from "../plain-failure.ts";
import { ensureStateFolder } from "./ensure-state-folder.ts";

async function somewhere(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tidbok-state-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test("the folder is made with those above it, and may be there already", async () => {
  const folder = join(await somewhere(), "a", "b");
  await ensureStateFolder(folder);
  await ensureStateFolder(folder);
  expect((await stat(folder)).isDirectory()).toBe(true);
});

test("a file where the folder should be is told in one line that says what to do", async () => {
  const file = join(await somewhere(), "state");
  await writeFile(file, "");
  const failure = await ensureStateFolder(file).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(PlainFailure);
  expect((failure as Error).message).toMatch(/^\S*state is no folder .*TIDBOK_STATE_DIR[^\n]*$/);
});
