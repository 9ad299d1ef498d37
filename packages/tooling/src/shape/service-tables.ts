import type { Check } from "./problem.ts";
import { services } from "./services.ts";
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

/** These tables, their indexes and triggers are made by the same SQL in every service. */
export const serviceTables: Check = (tree) =>
  serviceTableNames.flatMap((table) => {
    const made = services(tree)
      .filter((name) => tree.below(`services/${name}/prisma/migrations`).length > 0)
      .map((name) => ({ name, sql: madeBy({ tree, name, table }) }));
    const most = mostCommon(made.map(({ sql }) => sql).filter((sql) => sql !== ""));
    return made
      .filter(({ sql }) => sql !== most || sql === "")
      .map(({ name, sql }) => ({
        path: `services/${name}/prisma/migrations`,
        message:
          sql === ""
            ? `has no table ${table}; every service has the same one`
            : `makes ${table} otherwise than the other services: ${firstDifference(sql, most)}`,
      }));
  });

function madeBy(where: { tree: Tree; name: string; table: string }): string {
  const { tree, name, table } = where;
  const about = new RegExp(
    `^(create (unlogged )?table (if not exists )?|alter table (only )?|create (unique )?index .* on |create (or replace )?(constraint )?trigger .* on )${table}\\b`,
  );
  return tree
    .below(`services/${name}/prisma/migrations`)
    .filter((file) => file.endsWith(".sql"))
    .flatMap((file) => sqlStatements(tree.read(file)))
    .filter((statement) => about.test(statement))
    .sort()
    .join("\n");
}

function mostCommon(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

function firstDifference(sql: string, wanted: string): string {
  const lines = wanted.split("\n");
  const extra = sql.split("\n").find((line) => !lines.includes(line));
  const absent = lines.find((line) => !sql.split("\n").includes(line));
  const wants = absent === undefined ? "" : ` where they say "${absent}"`;
  return extra === undefined ? `it lacks "${absent}"` : `it says "${extra}"${wants}`;
}
