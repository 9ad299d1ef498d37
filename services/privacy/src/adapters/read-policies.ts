import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { PolicyChanged } from "../domain/policy-changed.ts";
import {
  policyLocales,
  type Policies,
  type PolicyText,
  type WrittenPolicy,
} from "../domain/policy.ts";

const reissued = "reissued/";
const fileName = /^(?:reissued\/)?(\d+(?:[.-]\d+){0,3})(?:\.([a-z]{2}))?\.md$/;
const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---\r?\n\r?\n?/;

const factsSchema = z.strictObject({
  version: z.string(),
  title: z.string().min(1).max(150),
  effectiveAt: z.iso.datetime().optional(),
  isMaterial: z.enum(["true", "false"]).optional(),
  // The categories that the version protects less than the one before; `pnpm compose` reads it.
  weakens: z.string().optional(),
});

type PolicyFile = PolicyText & {
  readonly version: string;
  readonly facts: z.output<typeof factsSchema>;
};

type PolicyRecord = { readonly names: readonly string[]; readonly changed: readonly string[] };

/**
 * The published policies of a folder: `<version>.md` in English, which says from when it holds, and
 * `<version>.<language>.md` for its translations. The folder's record says which files are published; a version that it
 * does not name is a draft. Throws, with the file's name, for a published file that differs from its hash or
 * that cannot be read.
 */
export async function readPolicies(
  folder: URL,
  { names, changed }: PolicyRecord,
): Promise<Policies> {
  const [first] = changed;
  if (first !== undefined) throw new PolicyChanged(versionOf(first) ?? first, changed);
  const texts = names.filter((name) => name.endsWith(".md"));
  const readAll = async (some: readonly string[]) =>
    assembleAll(await Promise.all(some.map((name) => readPolicyFile(folder, name))));
  return {
    published: await readAll(texts.filter((name) => !name.startsWith(reissued))),
    reissued: await readAll(texts.filter((name) => name.startsWith(reissued))),
  };
}

function versionOf(name: string): string | undefined {
  return /\d+(?:[.-]\d+){0,3}(?=\.)/.exec(name)?.[0];
}

function assembleAll(files: readonly PolicyFile[]): readonly WrittenPolicy[] {
  const versions = [...new Set(files.map(({ version }) => version))];
  return versions.map((version) => assemble(files.filter((file) => file.version === version)));
}

async function readPolicyFile(folder: URL, name: string): Promise<PolicyFile> {
  const [, version = "", language = "en"] = fileName.exec(name) ?? [];
  const locale = policyLocales.find((each) => each === language);
  if (version === "" || !locale) throw new Error(`${name} is not named <version>.<language>.md.`);
  const content = await readFile(new URL(name, folder), "utf8");
  const [head, lines = ""] = frontMatter.exec(content) ?? [""];
  const facts = factsSchema.safeParse(readFacts(lines));
  if (!facts.success || facts.data.version !== version) {
    throw new Error(`${name} does not begin with its version, title and the rest between ---.`);
  }
  return {
    version,
    locale,
    title: facts.data.title,
    text: content.slice(head.length),
    facts: facts.data,
  };
}

// `name: value` lines are all that is needed of YAML, and cannot be read in two ways.
function readFacts(lines: string): Record<string, string> {
  return Object.fromEntries(
    lines.split(/\r?\n/).map((line) => {
      const [, name = line, value = ""] = /^(\w+):\s*(.*?)\s*$/.exec(line) ?? [];
      return [name, value.replace(/^"(.*)"$/, "$1")];
    }),
  );
}

function assemble(files: readonly PolicyFile[]): WrittenPolicy {
  const english = files.find(({ locale }) => locale === "en");
  const { version, facts } = english ?? {};
  if (!english || !version || !facts?.effectiveAt || !facts.isMaterial) {
    throw new Error(`${files[0]?.version}.md must say effectiveAt and isMaterial.`);
  }
  return {
    version,
    effectiveAt: Date.parse(facts.effectiveAt),
    isMaterial: facts.isMaterial === "true",
    hash: createHash("sha256").update(english.text, "utf8").digest("hex"),
    texts: files.map(({ locale, title, text }) => ({ locale, title, text })),
  };
}
