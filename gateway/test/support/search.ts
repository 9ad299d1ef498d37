import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { databases, rowsOf } from "./databases.ts";

/** What is searched for, by what it is; all of it must be found nowhere. */
export type Secrets = Readonly<Record<string, string>>;

/** Where a secret was found: `password in tidbok_identity.account`. Never the secret itself. */
export type Finding = string;

/** Reads every row of every table of the ten databases, as a dump would hold it, bytes also as text. */
export async function findInDatabases(secrets: Secrets): Promise<Finding[]> {
  const found = await Promise.all(databases.map((database) => findInDatabase(database, secrets)));
  return found.flat();
}

async function findInDatabase(database: string, secrets: Secrets): Promise<Finding[]> {
  const tables = await rowsOf<{ name: string }>(
    database,
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const findings: Finding[] = [];
  for (const { name } of tables) {
    const text = (await rowsOf(database, `SELECT * FROM ${name}`)).map(readable).join("\n");
    findings.push(...findIn(text, secrets).map((what) => `${what} in ${database} ${name}`));
  }
  return findings;
}

function readable(row: Record<string, unknown>): string {
  return Object.values(row)
    .map((value) => {
      if (value instanceof Uint8Array) return Buffer.from(value).toString("utf8");
      return typeof value === "object" ? JSON.stringify(value) : String(value);
    })
    .join("\n");
}

/** Reads every file below a folder. */
export async function findInFolder(folder: string, secrets: Secrets): Promise<Finding[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const findings: Finding[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const text = await readFile(join(entry.parentPath, entry.name), "utf8");
    findings.push(...findIn(text, secrets).map((what) => `${what} in ${entry.name}`));
  }
  return findings;
}

/** Looks as a curious reader would: whatever the case, and also as base64, hexadecimal and escaped. */
export function findIn(text: string, secrets: Secrets): string[] {
  const lower = text.toLowerCase();
  return Object.entries(secrets).flatMap(([what, secret]) => {
    const forms = [
      secret,
      Buffer.from(secret).toString("hex"),
      Buffer.from(secret).toString("base64").replace(/=+$/, ""),
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
    ];
    return forms.some((form) => lower.includes(form.toLowerCase())) ? [what] : [];
  });
}
