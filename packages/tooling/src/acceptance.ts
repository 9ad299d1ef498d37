import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

type Result = { readonly id: string; readonly name: string; readonly failure: string | null };
type Runner = (document: unknown) => readonly Result[] | Promise<readonly Result[]>;

/** What can be run, loaded when it is asked for: a package that is broken fails its own cases only. */
const runners: Readonly<Record<string, () => Promise<Runner>>> = {
  availability: async () => (await import("@tidbok/availability/acceptance")).runCases,
};

const [name = "", file] = process.argv.slice(2).filter((argument) => argument !== "--");
const load = runners[name];
if (load === undefined || file === undefined) {
  stop(`usage: pnpm acceptance ${Object.keys(runners).join("|")} FILE`);
}

let failed = 0;
let passed = 0;
try {
  for (const result of await (
    await load()
  )(readDocument(file))) {
    if (result.failure === null) passed += 1;
    else failed += 1;
    const line = `${result.failure === null ? "passed" : "failed"} ${result.id} ${result.name}`;
    console.log(result.failure === null ? line : `${line}: ${result.failure}`);
  }
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;

function readDocument(path: string): unknown {
  // pnpm runs scripts in the root; a relative path is meant from where the person stands.
  const fromPerson = resolve(process.env["INIT_CWD"] ?? process.cwd(), path);
  const full = existsSync(fromPerson) ? fromPerson : resolve(path);
  let text: string;
  try {
    text = readFileSync(full, "utf8");
  } catch (error) {
    stop(`cannot read ${path}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    stop(`${path} is not JSON: ${(error as Error).message.split("\n")[0]}`);
  }
}

function stop(message: string): never {
  console.error(`acceptance: ${message}`);
  process.exit(2);
}
