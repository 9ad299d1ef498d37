import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { sourcesFrom } from "./sources-from.ts";

const fromDomain = /import (type )?\{([^}]*)\} from "@tidbok\/domain";/g;

/**
 * Puts beside the staged sources what they use of @tidbok/domain, which is published nowhere, and nothing
 * else of it; and lets them import it from there.
 */
export function borrowWords({
  staged,
  domain,
}: {
  readonly staged: string;
  readonly domain: string;
}): void {
  const homes = homesOf(domain);
  const used = new Set<string>();
  for (const name of globSync("**/*.ts", { cwd: staged })) {
    const file = join(staged, name);
    const text = readFileSync(file, "utf8").replace(fromDomain, (_, type = "", names: string) =>
      names
        .split(",")
        .map((word) => word.trim())
        .filter(Boolean)
        .map((word) => {
          const home = homes.get(word.replace(/^type /, ""));
          if (!home) throw new Error(`@tidbok/domain has no ${word}`);
          used.add(home);
          const path = relative(dirname(file), join(staged, "domain", home));
          return `import ${type}{ ${word} } from "${path.startsWith(".") ? path : `./${path}`}";`;
        })
        .join("\n"),
    );
    writeFileSync(file, text);
  }
  for (const file of sourcesFrom([...used].map((home) => join(domain, home)))) {
    const place = join(staged, "domain", relative(domain, file));
    mkdirSync(dirname(place), { recursive: true });
    cpSync(file, place);
  }
}

/** In which file of the domain each of its words lies. */
function homesOf(domain: string): ReadonlyMap<string, string> {
  const index = readFileSync(join(domain, "index.ts"), "utf8");
  const exported = /export (?:type )?\{([^}]*)\} from "\.\/([^"]+)";/g;
  return new Map(
    [...index.matchAll(exported)].flatMap(([, names = "", file = ""]) =>
      names
        .split(",")
        .map((word) => word.trim().replace(/^type /, ""))
        .filter(Boolean)
        .map((word): [string, string] => [word, file]),
    ),
  );
}
