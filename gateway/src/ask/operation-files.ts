import { readdir } from "node:fs/promises";

/** The `.graphql` files of a folder, sorted by name; empty where the folder is missing, since some services ask nothing. */
export async function operationFiles(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((file) => file.endsWith(".graphql")).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
