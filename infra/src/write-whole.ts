import { rename, writeFile } from "node:fs/promises";

/** Writes a file that only we may read, whole or not at all: a reader sees the former file until the new one is complete. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.new`;
  await writeFile(beside, text, { mode: 0o600 });
  await rename(beside, path);
}
