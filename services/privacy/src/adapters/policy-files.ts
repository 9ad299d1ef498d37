import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "@tidbok/domain";
import { z } from "zod";
import { locales, type Policy, type Wording } from "../domain/policy.ts";

const facts = z.strictObject({
  version: z.stringFormat("version", /^\d{4}-\d{2}-\d{2}$/),
  effectiveAt: z.iso.datetime(),
  isMaterial: z.boolean(),
});

/** Reads `<folder>/<version>/{policy.json,en.md,sv.md}` of every version, oldest first. */
export async function readPolicies(folder: string): Promise<readonly Policy[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(names.sort().map((name) => readPolicy(join(folder, name))));
}

async function readPolicy(folder: string): Promise<Policy> {
  const { effectiveAt, ...rest } = facts.parse(
    JSON.parse(await readFile(join(folder, "policy.json"), "utf8")),
  );
  const texts = await Promise.all(
    locales.map((locale) => readFile(join(folder, `${locale}.md`), "utf8")),
  );
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text).update("\0");
  return {
    id: newId(),
    ...rest,
    effectiveAt: Date.parse(effectiveAt),
    hash: hash.digest("hex"),
    wordings: Object.fromEntries(
      locales.map((locale, index) => [locale, wordingOf(texts[index] ?? "")]),
    ) as Policy["wordings"],
  };
}

// The heading is the first line, `# …`; the words are the whole text.
function wordingOf(markdown: string): Wording {
  const title = /^# (.+)$/m.exec(markdown)?.[1];
  if (!title) throw new Error("A policy begins with its heading.");
  return { title, markdown };
}
