import { mkdtempSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually } from "@tidbok/testing";
import { expect, test } from "vitest";
import { createLogger } from "../create-logger.ts";
import { followFile } from "./follow-file.ts";

const path = join(mkdtempSync(join(tmpdir(), "tidbok-follow-")), "keys.json");

test("a file is read again when it was exchanged, and a text that is not taken changes nothing", async () => {
  writeFileSync(path, "first\n");
  const seen: string[] = [];
  const follower = followFile({
    path,
    log: createLogger("test", { level: "silent" }),
    apply: (text) => {
      if (text === "bad") throw new Error("bad");
      seen.push(text);
    },
  });
  const exchange = (text: string) => {
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  };
  follower.start();
  await eventually(() => seen.length === 1);
  exchange("bad");
  await new Promise((passed) => setTimeout(passed, 2_500));
  exchange("second");
  await eventually(() => seen.length === 2);
  await follower.stop();
  expect(seen).toEqual(["first", "second"]);
});
