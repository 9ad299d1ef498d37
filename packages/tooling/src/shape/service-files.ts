import { layers, subjectFolders, subjectsOf } from "./layout.ts";
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
  "src/relations.ts",
  "src/personal-data.ts",
  "src/reactions/index.ts",
  "src/store/index.ts",
];
const requiredFolders = ["prisma/migrations", "test"];
// A service without errors of its own has no codes, one without enums compares none; one with many adapters makes its parts in a file
// of their own; the policies' texts are privacy's alone.
const optional = [
  "src/error-codes.ts",
  "src/enums.ts",
  "src/sdl-enums.ts",
  "src/create-parts.ts",
  "bench",
  "policies",
];
// A service of one subject has its layers directly under src.
const requiredLayers = ["src/actions", "src/domain"];
const optionalLayers = ["src/adapters"];
const subjectFiles = ["README.md", "resolvers.ts", "schema.graphql"];
// Ways in beside GraphQL: server.ts adds them.
const routes = /^add-[a-z-]+-routes\.ts$/;
// Tests beside the assembly, and what an operator runs by hand.
const atTheTop = /^src\/[a-z-]+(\.test|-main)\.ts$/;
const longestReadme = 20;

/**
 * The services have the same files and folders, and nothing beside them. Where the layers lie by
 * subject, `src/subjects.ts` lists the subjects, and each has the same files again.
 */
export const serviceFiles: Check = (tree) =>
  services(tree).flatMap((name) => [
    ...missing(tree, name),
    ...unknown(tree, name),
    ...unlisted(tree, name),
    ...subjectFolders(tree, name).flatMap((subject) => unlike(tree, { name, subject })),
  ]);

function isBySubject(tree: Tree, name: string): boolean {
  return tree.has(`services/${name}/src/subjects.ts`);
}

function missing(tree: Tree, name: string): Problem[] {
  const folder = `services/${name}`;
  const folders = [...(isBySubject(tree, name) ? [] : requiredLayers), ...requiredFolders];
  const resolvers = ["src/resolvers.ts", "src/resolvers/index.ts"];
  return [
    ...required.filter((file) => !tree.has(`${folder}/${file}`)),
    ...folders.filter((part) => tree.below(`${folder}/${part}`).length === 0),
    ...(resolvers.some((file) => tree.has(`${folder}/${file}`)) ? [] : resolvers.slice(0, 1)),
  ].map((part) => ({ path: `${folder}/${part}`, message: "is missing; every service has it" }));
}

function unknown(tree: Tree, name: string): Problem[] {
  const folder = `services/${name}`;
  const own = isBySubject(tree, name)
    ? ["src/subjects.ts", ...subjectsOf(tree, name).map((subject) => `src/${subject}`)]
    : [...requiredLayers, ...optionalLayers];
  const known = new Set(
    [
      ...required,
      ...requiredFolders,
      ...optional,
      ...own,
      "src/resolvers",
      "src/resolvers.ts",
    ].flatMap(withParents),
  );
  const tops = tree.below(folder).map((file) => {
    const parts = file.slice(folder.length + 1).split("/");
    const depth = parts[0] === "src" || parts[0] === "prisma" ? 2 : 1;
    return parts.slice(0, depth).join("/");
  });
  return [...new Set(tops)]
    .filter((top) => !known.has(top) && !atTheTop.test(top))
    .map((top) => ({
      path: `${folder}/${top}`,
      message:
        "is in no other service; put it into a folder that all have, or list it in src/subjects.ts",
    }));
}

function unlisted(tree: Tree, name: string): Problem[] {
  const path = `services/${name}/src/subjects.ts`;
  const folders = new Set(subjectFolders(tree, name));
  return subjectsOf(tree, name)
    .filter((subject) => !folders.has(subject))
    .map((subject) => ({ path, message: `lists ${subject}, which has no folder` }));
}

function unlike(
  tree: Tree,
  { name, subject }: { readonly name: string; readonly subject: string },
): Problem[] {
  const folder = `services/${name}/src/${subject}`;
  const known = new Set<string>([...layers, ...subjectFiles]);
  const parts = tree.below(folder).map((file) => file.slice(folder.length + 1).split("/")[0] ?? "");
  const readme = `${folder}/README.md`;
  const lines = tree.read(readme).trimEnd().split("\n").length;
  return [
    ...[...new Set(parts)]
      .filter((part) => !known.has(part) && !routes.test(part))
      .map((part) => ({
        path: `${folder}/${part}`,
        message: `is in no other subject; a subject has ${[...layers, ...subjectFiles, "add-<name>-routes.ts"].join(", ")}`,
      })),
    ...(tree.has(readme)
      ? []
      : [
          { path: readme, message: "is missing; ten lines: what it is, its rules, where to start" },
        ]),
    ...(lines > longestReadme
      ? [{ path: readme, message: `has ${lines} lines; ${longestReadme} at most, ten will do` }]
      : []),
  ];
}

function withParents(part: string): string[] {
  const segments = part.split("/");
  return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}
