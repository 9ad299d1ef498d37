import { execFile } from "node:child_process";
import { mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { printSchema } from "graphql";
import { schemaFor } from "./graph-schema.ts";

const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));
const rootModules = fileURLToPath(new URL("../../../node_modules", import.meta.url));

/** The folder of a client's project: its files, `schema.graphql` as introspection tells it to a visitor, and our packages. */
export async function clientProject(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "client-"));
  const schema = printSchema(await schemaFor());
  for (const [name, text] of Object.entries({ "schema.graphql": schema, ...files })) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  await symlink(modules, join(folder, "node_modules"));
  return folder;
}

/** Runs a tool of our packages in the folder; what it wrote. Throws with its output where it fails. */
export async function runTool(
  folder: string,
  tool: string,
  args: readonly string[],
): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(commandOf(tool), [...args], {
    cwd: folder,
    env: { ...process.env, CI: "1" },
  }).catch((error: unknown) => {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`${tool}: ${stdout}${stderr}`, { cause: error });
  });
  return stdout + stderr;
}

// TypeScript belongs to the whole repository.
function commandOf(tool: string): string {
  return join(tool === "tsc" ? rootModules : modules, ".bin", tool);
}
