import { readdir } from "node:fs/promises";
import {
  weakenings,
  weakerCoordinates,
  type Coordinates,
  type DataMap,
  type Problem,
} from "@tidbok/minimization";
import { readIfThere, readRecord } from "@tidbok/service";

const policyFile = /^(\d+(?:[.-]\d+){0,3})\.md$/;

/** What a policy promises: how each category is protected, and which category each coordinate is of. */
export type Promised = { readonly dataMap: DataMap; readonly coordinates: Coordinates };

/** What the policies are held to: why map and graph do not fit them, and what the draft's files should hold. */
export type Held = {
  readonly problems: readonly Problem[];
  /** Empty where there is no draft: then nothing is written. */
  readonly draft: readonly { readonly file: URL; readonly text: string }[];
};

/**
 * Holds a data map and the classification of a graph to the policies of a folder of `<version>.md`. Beside it,
 * `<version>.json` is the map that the version promises, and `<version>.coordinates.json` the category of each field,
 * argument and input field. A version that sha256sums.txt names is published: its files stay as they are. The newest other
 * version is the draft, which promises map and graph as they are from now on. What protects less than the newest
 * published version, or than the draft so far, is refused unless the draft names the category or coordinate after
 * `weakens:`.
 */
export async function holdToPolicy(policies: URL, now: Promised): Promise<Held> {
  const { names, changed } = await readRecord(policies);
  const published = newestOf(names);
  const all = newestOf(await readdir(policies));
  const draft = all === published ? undefined : all;
  const problems = changed.map(changedFile);
  const weakened = draft === undefined ? [] : await weakenedBy(new URL(`${draft}.md`, policies));
  const seen = new Set(weakened);
  for (const version of [published, draft]) {
    if (version === undefined) continue;
    for (const { name, points } of await weakerThan(now, { policies, version })) {
      if (seen.has(name)) continue;
      seen.add(name);
      problems.push(weaker(name, { version, points }));
    }
  }
  if (draft !== undefined) return { problems, draft: filesOf(now, { policies, version: draft }) };
  for (const { file, text } of filesOf(now, { policies, version: published ?? "1.0" })) {
    if (String(await readIfThere(file)) !== text) problems.push(needsDraft(file));
  }
  return { problems, draft: [] };
}

type Version = { readonly policies: URL; readonly version: string };

function mapFile({ policies, version }: Version): URL {
  return new URL(`${version}.json`, policies);
}

function coordinatesFile({ policies, version }: Version): URL {
  return new URL(`${version}.coordinates.json`, policies);
}

function filesOf({ dataMap, coordinates }: Promised, version: Version): Held["draft"] {
  const personal = [...coordinates].filter(([, category]) => category !== null);
  return [
    { file: mapFile(version), text: textFor(dataMap) },
    { file: coordinatesFile(version), text: textFor(Object.fromEntries(personal)) },
  ];
}

async function weakerThan(now: Promised, version: Version) {
  const map = (await parsed(mapFile(version))) as DataMap;
  const coordinates = (await parsed(coordinatesFile(version))) as Record<string, string>;
  return [
    ...weakenings(map, now.dataMap).map(({ category: name, points }) => ({ name, points })),
    ...weakerCoordinates(coordinates, now).map(({ coordinate: name, points }) => ({
      name,
      points,
    })),
  ];
}

function newestOf(names: readonly string[]): string | undefined {
  const versions = names.flatMap((name) => policyFile.exec(name)?.[1] ?? []);
  return versions.sort(new Intl.Collator("en", { numeric: true }).compare).at(-1);
}

async function weakenedBy(draft: URL): Promise<readonly string[]> {
  const [, list = ""] = /^weakens: *(.*)$/m.exec(String((await readIfThere(draft)) ?? "")) ?? [];
  return list.split(/[,\s]+/).filter(Boolean);
}

// A version without the file promised nothing of the kind.
async function parsed(file: URL): Promise<unknown> {
  return JSON.parse(String((await readIfThere(file)) ?? "{}"));
}

function textFor(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
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

function needsDraft(file: URL): Problem {
  return {
    subgraph: null,
    coordinate: `policies/${file.pathname.split("/").at(-1) ?? ""}`,
    code: "NEEDS_DRAFT",
    message:
      "is published and does not say what is true now: write the words of the next version, <version>.md, as a draft.",
  };
}
