import { gzipSync } from "node:zlib";

/** A script of the app's build, with the scripts that it needs before it runs. */
export type AppChunk = {
  readonly fileName: string;
  readonly code: string;
  readonly isEntry: boolean;
  readonly isDynamicEntry: boolean;
  readonly imports: readonly string[];
};

const kb = 1_000;
const startKb = 195;
const routeKb = 45;

/** What of the app weighs more than it may, gzipped, in words: its start with the agenda, and each later route. */
export function weighApp(chunks: readonly AppChunk[]): readonly string[] {
  const byName = new Map(chunks.map((each) => [each.fileName, each]));
  const needsOf = (name: string, seen = new Set<string>()): ReadonlySet<string> => {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const other of byName.get(name)?.imports ?? []) needsOf(other, seen);
    return seen;
  };
  const weightOf = (names: Iterable<string>) =>
    [...names].reduce((sum, name) => sum + gzippedKb(byName.get(name)?.code ?? ""), 0);

  const start = chunks.find((each) => each.isEntry);
  const first = needsOf(start?.fileName ?? "");
  const later = chunks.filter((each) => each.isDynamicEntry && !first.has(each.fileName));
  return [
    ...over("the start of the app", { weight: weightOf(first), budget: startKb }),
    ...later.flatMap(({ fileName }) => {
      const own = [...needsOf(fileName)].filter((name) => !first.has(name));
      return over(fileName, { weight: weightOf(own), budget: routeKb });
    }),
  ];
}

function over(name: string, { weight, budget }: { weight: number; budget: number }): string[] {
  if (weight <= budget) return [];
  return [`${name} weighs ${weight.toFixed(1)} KB gzipped; its budget is ${budget} KB`];
}

function gzippedKb(code: string): number {
  return gzipSync(code, { level: 9 }).length / kb;
}
