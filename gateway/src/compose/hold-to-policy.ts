import { readdir, readFile } from "node:fs/promises";
import { weakenings, type DataMap, type Problem } from "@tidbok/minimization";
import { readRecord } from "@tidbok/service";

const policyFile = /^(\d+(?:[.-]\d+){0,3})\.md$/;

/** What the policies are held to: why the data map does not fit them, and what the draft's file should hold. */
export type Held = {
  readonly problems: readonly Problem[];
  /** Null where there is no draft: then nothing is written. */
  readonly draft: { readonly file: URL; readonly text: string } | null;
};

/**
 * Holds a data map to the policies of a folder of `<version>.md`; `<version>.json` beside it is the map that the
 * version promises. A version that sha256sums.txt names is published: its files stay as they are. The newest other version
 * is the draft, which promises the map as it is from now on. A map that protects less than the newest published
 * version, or than the draft so far, is refused unless the draft names the category after `weakens:`.
 */
export async function holdToPolicy(policies: URL, dataMap: DataMap): Promise<Held> {
  const { names, changed } = await readRecord(policies);
  const published = newestOf(names);
  const all = newestOf(await readdir(policies));
  const draft = all === published ? undefined : all;
  const text = `${JSON.stringify(dataMap, null, 2)}\n`;
  const problems = changed.map(changedFile);
  const weakened = draft === undefined ? [] : await weakenedBy(new URL(`${draft}.md`, policies));
  const seen = new Set(weakened);
  for (const version of [published, draft]) {
    if (version === undefined) continue;
    for (const { category, points } of weakenings(await promisedBy(policies, version), dataMap)) {
      if (seen.has(category)) continue;
      seen.add(category);
      problems.push(weaker(category, { version, points }));
    }
  }
  if (draft !== undefined) {
    return { problems, draft: { file: new URL(`${draft}.json`, policies), text } };
  }
  const promised = await textOf(new URL(`${published}.json`, policies));
  return {
    problems: promised === text ? problems : [...problems, needsDraft(published)],
    draft: null,
  };
}

function newestOf(names: readonly string[]): string | undefined {
  const versions = names.flatMap((name) => policyFile.exec(name)?.[1] ?? []);
  return versions.sort(new Intl.Collator("en", { numeric: true }).compare).at(-1);
}

async function promisedBy(policies: URL, version: string): Promise<DataMap> {
  return JSON.parse((await textOf(new URL(`${version}.json`, policies))) ?? "{}") as DataMap;
}

async function weakenedBy(draft: URL): Promise<readonly string[]> {
  const [, list = ""] = /^weakens: *(.*)$/m.exec((await textOf(draft)) ?? "") ?? [];
  return list.split(/[,\s]+/).filter(Boolean);
}

async function textOf(file: URL): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function changedFile(name: string): Problem {
  return {
    subgraph: null,
    coordinate: `policies/${name}`,
    code: "POLICY_CHANGED",
    message:
      "is published and differs from its hash in sha256sums.txt. Put it back, and write a new version.",
  };
}

function weaker(
  coordinate: string,
  { version, points }: { readonly version: string; readonly points: readonly string[] },
): Problem {
  return {
    subgraph: null,
    coordinate,
    code: "WEAKER_THAN_PROMISED",
    message: `${points.join("; ")}. Policy ${version} promises otherwise: write so into the draft of the next version, and name ${coordinate} after "weakens:" at its top.`,
  };
}

function needsDraft(published: string | undefined): Problem {
  return {
    subgraph: null,
    coordinate: `policies/${published ?? "1.0"}.json`,
    code: "NEEDS_DRAFT",
    message:
      "is published and not the data map as it is: write the words of the next version, <version>.md, as a draft.",
  };
}
