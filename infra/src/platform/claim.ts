import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { commandOf } from "../command-of.ts";
import { PlainFailure } from "../plain-failure.ts";

/**
 * Makes this process the only platform of the folder; refuses when one is running. Returns what gives the folder free.
 * A claim of a process that is gone, or is another program by now, counts for nothing.
 */
export async function claim(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, "platform.pid");
  const owner = Number(await readFile(file, "utf8").catch(() => ""));
  if (owner && owner !== process.pid && commandOf(owner).includes("infra/src/start.ts")) {
    throw new PlainFailure(
      `Tidbok is already running in ${folder} (process ${owner}): use that one, or stop it with: kill ${owner}`,
    );
  }
  try {
    await rm(file, { force: true });
    await writeFile(file, String(process.pid), { flag: "wx" });
  } catch (error) {
    throw new PlainFailure(`${folder} cannot be written to (${(error as Error).message}).`);
  }
  return () => rm(file, { force: true });
}
