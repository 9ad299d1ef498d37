import type { Check, Problem } from "./problem.ts";
import { services } from "./services.ts";
import type { Tree } from "./tree.ts";

const required = [
  "README.md",
  "schema.graphql",
  "package.json",
  "tsconfig.json",
  "prisma/schema.prisma",
  "prisma/migrations/migration_lock.toml",
  "src/main.ts",
  "src/server.ts",
  "src/config.ts",
  "src/context.ts",
  "src/personal-data.ts",
  "src/resolvers/index.ts",
  "src/reactions/index.ts",
  "src/store/index.ts",
];
const requiredFolders = ["prisma/migrations", "src/actions", "src/domain", "test"];
// The policies' texts are privacy's alone.
const optional = ["src/adapters", "bench", "policies"];
// Tests beside the assembly, and what an operator runs by hand.
const atTheTop = /^src\/[a-z-]+(\.test|-main)\.ts$/;

/** The five services have the same files and folders, and nothing beside them. */
export const serviceFiles: Check = (tree) =>
  services(tree).flatMap((name) => [...missing(tree, name), ...unknown(tree, name)]);

function missing(tree: Tree, name: string): Problem[] {
  const folder = `services/${name}`;
  return [
    ...required.filter((file) => !tree.has(`${folder}/${file}`)),
    ...requiredFolders.filter((part) => tree.below(`${folder}/${part}`).length === 0),
  ].map((part) => ({ path: `${folder}/${part}`, message: "is missing; every service has it" }));
}

function unknown(tree: Tree, name: string): Problem[] {
  const folder = `services/${name}`;
  const known = new Set([...required, ...requiredFolders, ...optional].flatMap(withParents));
  const tops = tree.below(folder).map((file) => {
    const parts = file.slice(folder.length + 1).split("/");
    const depth = parts[0] === "src" || parts[0] === "prisma" ? 2 : 1;
    return parts.slice(0, depth).join("/");
  });
  return [...new Set(tops)]
    .filter((top) => !known.has(top) && !atTheTop.test(top))
    .map((top) => ({
      path: `${folder}/${top}`,
      message: "is in no other service; put it into one of the folders that all five have",
    }));
}

function withParents(part: string): string[] {
  const segments = part.split("/");
  return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}
