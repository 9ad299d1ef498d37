import { type Export, exportsOf } from "./exports-of.ts";
import type { Check } from "./problem.ts";
import { squash } from "./squash.ts";

const named = /^(gateway|infra|services\/[^/]+|packages\/[^/]+)\/src\/.*\.ts$/;
const free =
  /\.(test|bench)\.ts$|\/(index|main|server|config|context|relations|personal-data|resolvers|domain\/relation)\.ts$|-main\.ts$|\/catalogue\//;

/**
 * A file is named after its one export. Beside the one value it may export types; a file of several
 * values is about a subject (`time-units.ts`), and its name is for people to judge. A catalogue of words has its language
 * behind its name (`words.sv.ts`).
 */
export const fileNames: Check = (tree) => {
  // `export * as input from "./input.ts"` gives input.ts its name.
  const namespaces = new Set(
    tree.files
      .filter((file) => file.endsWith("/index.ts"))
      .flatMap((file) => exportsOf(tree.read(file)))
      .filter(({ original, name }) => original === "*" && name !== "*")
      .map(({ name }) => squash(name)),
  );
  return tree.files
    .filter((file) => named.test(file) && !free.test(file))
    .flatMap((path) => {
      const name = squash(
        path
          .split("/")
          .at(-1)
          ?.replace(/(\.(en|sv))?\.ts$/, "") ?? "",
      );
      const exported = exportsOf(tree.read(path));
      const only = onlyOf(exported);
      if (only === null || namespaces.has(name)) return [];
      // purpose.ts has the type Purpose beside the list purposes.
      if (exported.some((each) => squash(each.name) === name)) return [];
      // Vitest calls a global set-up by this name.
      if (only === "setup") return [];
      // A leading verb may stay away: booking-made.ts has onBookingMade, time-zone.ts isTimeZone.
      if (singular(squash(only)).endsWith(singular(name))) return [];
      return [{ path, message: `exports ${only}; give both one name` }];
    });
};

function onlyOf(exported: readonly Export[]): string | null {
  const values = exported.filter(({ isType }) => !isType);
  const [only, ...others] = values.length > 0 ? values : exported;
  return only === undefined || others.length > 0 ? null : only.name;
}

function singular(name: string): string {
  return name.replace(/s$/, "");
}
