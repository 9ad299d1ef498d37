import { readIfThere } from "../read-if-there.ts";
import { foldExtensions } from "./fold-extensions.ts";

/**
 * A service's SDL: its `schema.graphql`, then that of each subject that has one, in the order of the subjects. Each type
 * stands whole in the result, so that what reads it needs to know nothing of the files.
 */
export async function readSdl(folder: URL, subjects: readonly string[] = []): Promise<string> {
  const files = ["schema.graphql", ...subjects.map((name) => `src/${name}/schema.graphql`)];
  // A subject without fields of its own has no schema.
  const texts = await Promise.all(files.map((file) => readIfThere(new URL(file, folder))));
  return foldExtensions(texts.filter((text) => text !== null).join("\n"));
}
