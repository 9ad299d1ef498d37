import { readdir, readFile } from "node:fs/promises";
import { weakenings, type DataMap, type Problem } from "@tidbok/minimization";

const policyFile = /^(\d+(?:[.-]\d+){0,3})\.md$/;

/** What the newest policy is held to: why the map does not fit it, and what its file should hold. */
export type Held = {
  readonly problems: readonly Problem[];
  readonly file: URL;
  readonly text: string;
};

/**
 * Holds a data map to the newest policy of a folder of `<version>.md`; `<version>.json` beside it is
 * the map that it promises. A map that protects less than people were told needs a policy that says
 * so. A new policy starts from the map as it is; what is stricter, or new, is promised from then on.
 */
export async function holdToPolicy(policies: URL, dataMap: DataMap): Promise<Held> {
  const version = await newestVersion(policies);
  const file = new URL(`${version}.json`, policies);
  const promised = JSON.parse(await readFile(file, "utf8").catch(nothingPromised)) as DataMap;
  const problems = weakenings(promised, dataMap).map(({ category, points }) => ({
    subgraph: null,
    coordinate: category,
    code: "WEAKER_THAN_PROMISED",
    message: `${points.join("; ")}. Policy ${version} promises otherwise: write a new version.`,
  }));
  return { problems, file, text: `${JSON.stringify(dataMap, null, 2)}\n` };
}

async function newestVersion(folder: URL): Promise<string> {
  const versions = (await readdir(folder)).flatMap((name) => policyFile.exec(name)?.[1] ?? []);
  const newest = versions.sort(new Intl.Collator("en", { numeric: true }).compare).at(-1);
  if (newest === undefined) throw new Error(`There is no policy in ${folder.pathname}.`);
  return newest;
}

function nothingPromised(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "{}";
  throw error;
}
