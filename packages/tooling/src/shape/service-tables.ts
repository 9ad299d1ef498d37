import type { Check, Problem } from "./problem.ts";
import { services } from "./services.ts";
import { outsideShell, shellPart } from "./shell-part.ts";
import { sqlStatements } from "./sql-statements.ts";
import type { Tree } from "./tree.ts";

/** The tables that packages/service and packages/events work with, in every service's database. */
export const serviceTableNames = [
  "outbox",
  "inbox",
  "aggregate_version",
  "aggregate_seen",
  "dead_letter",
  "idempotency",
] as const;

const touches = new RegExp(
  `^(create|alter|drop) .*\\b(table|on|index) (if (not )?exists )?(only )?(${serviceTableNames.join("|")})\\b`,
);

/** The shell's tables are made by the same SQL in every service, and Prisma sees them alike. */
export const serviceTables: Check = (tree) => {
  const made = services(tree)
    .filter((name) => tree.below(`services/${name}/prisma`).length > 0)
    .map((name) => ({ name, ...shellOf(tree, name) }));
  return [
    ...made.flatMap(({ path, sql }) => missingTables(path, sql)),
    ...made.flatMap(({ path, outside }) =>
      outside.map((found) => ({
        path,
        message: `touches a table of the shell outside of "-- shell: begin … end": ${found}`,
      })),
    ),
    ...unlike(made.map(({ path, sql }) => ({ path, lines: sql }))),
    ...unlike(made.map(({ schema, prisma }) => ({ path: schema, lines: prisma }))),
  ];
};

function shellOf(tree: Tree, name: string) {
  const schema = `services/${name}/prisma/schema.prisma`;
  const path = `services/${name}/prisma/migrations`;
  const texts = tree
    .below(path)
    .filter((file) => file.endsWith(".sql"))
    .map((file) => tree.read(file));
  return {
    path,
    schema,
    sql: texts.flatMap((text) => sqlStatements(shellPart(text))),
    outside: texts
      .flatMap((text) => sqlStatements(outsideShell(text)))
      .filter((statement) => touches.test(statement)),
    prisma: shellPart(tree.read(schema))
      .split("\n")
      .map((line) => line.replace(/\s+/g, " ").trim())
      .filter((line) => line !== ""),
  };
}

function missingTables(path: string, sql: readonly string[]): Problem[] {
  return serviceTableNames
    .filter((table) => !sql.some((statement) => statement.startsWith(`create table ${table}(`)))
    .map((table) => ({
      path,
      message: `has no table ${table} between "-- shell: begin" and "-- shell: end"; copy another service's`,
    }));
}

type Shell = { readonly path: string; readonly lines: readonly string[] };

function unlike(shells: readonly Shell[]): Problem[] {
  const counts = new Map<string, number>();
  for (const { lines } of shells) {
    if (lines.length > 0) counts.set(lines.join("\n"), (counts.get(lines.join("\n")) ?? 0) + 1);
  }
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
  const wanted = most.split("\n");
  return shells
    .filter(({ lines }) => lines.join("\n") !== most)
    .map(({ path, lines }) => {
      const extra = lines.find((line) => !wanted.includes(line));
      const absent = wanted.find((line) => !lines.includes(line));
      return {
        path,
        message: `the shell's tables are not those of the other services: it says "${extra ?? "…"}", they say "${absent ?? "the same in another order"}"`,
      };
    });
}
