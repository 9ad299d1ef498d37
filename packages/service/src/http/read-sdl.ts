import { readFile } from "node:fs/promises";
import { foldExtensions } from "./fold-extensions.ts";

/**
 * A service's SDL: its `schema.graphql`, then that of each subject that has one, in the order of the subjects. Each type
 * stands whole in the result, so that what reads it needs to know nothing of the files.
 */
export async function readSdl(folder: URL, subjects: readonly string[] = []): Promise<string> {
  const files = ["schema.graphql", ...subjects.map((name) => `src/${name}/schema.graphql`)];
  const texts = await Promise.all(files.map((file) => textOf(new URL(file, folder))));
  return foldExtensions(texts.filter((text) => text !== null).join("\n"));
}

// A subject without fields of its own has no schema.
async function textOf(file: URL): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
