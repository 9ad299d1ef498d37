import type { Check, Problem } from "./problem.ts";

// A file that needs one of these words as its name does two things.
const vague =
  /^(utils?|helpers?|common|shared|misc|base|managers?|processors?|data|infos?|items?|dtos?|impl)$/;
// These may be a part of a name (meeting-types.ts); alone they say nothing.
const vagueAlone = /^(types?|models?|lib|stuff|constants?|functions?|interfaces?)$/;
// Words of the trade that contain one of them: of the GDPR, of data minimization, of Apollo.
const terms =
  /personal-data|data-(map|category|categories|subjects?|sources?)|collected-data|data-loaders?|services\/privacy\/.*processors?/g;
const unnamed = /(^|\/)(README\.md|Dockerfile[^/]*|LICENSE)$/;
const folders = ["gateway", "services", "packages", "infra"];

/** File and folder names are kebab-case and say what is in them. */
export const names: Check = (tree) => {
  const paths = new Set(folders.flatMap((folder) => tree.below(folder).flatMap(withFolders)));
  return [...paths].flatMap(complaint);
};

function withFolders(file: string): string[] {
  const segments = file.split("/");
  return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}

function complaint(path: string): Problem[] {
  const segment = path.split("/").at(-1) ?? "";
  if (unnamed.test(path) || segment.startsWith(".")) return [];
  // A registered operation's file has the operation's name, as the gateway looks for it.
  if (/^gateway\/operations\/(?:[a-z]+\/)+[A-Za-z]+\.graphql$/.test(path)) return [];
  // Prisma's own names: <timestamp>_<name>/, migration_lock.toml. TypeScript's: tsconfig.base.json.
  if (/\/prisma\/migrations(\/|$)|\/migrations\/[^/]+(\/|$)/.test(path)) return [];
  if (segment.startsWith("tsconfig")) return [];
  const words = path.replace(terms, "term").split("/").at(-1)?.split(/[-._]/) ?? [];
  const found =
    words.find((word) => vague.test(word.toLowerCase())) ??
    words.slice(0, 1).find((word) => words.length < 3 && vagueAlone.test(word));
  if (found !== undefined) {
    return [{ path, message: `"${found}" says nothing; name it after what it does or holds` }];
  }
  if (/[A-Z_ ]/.test(segment)) return [{ path, message: "is not kebab-case; rename it" }];
  return [];
}
