import { access, constants, mkdir } from "node:fs/promises";
import { PlainFailure } from "../plain-failure.ts";

/** Makes the folder that holds everything that a platform keeps, and finds out whether it may be written. */
export async function ensureStateFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new PlainFailure(
      `${folder} is no folder that can be written (${code}): move what is there away, give yourself the right to write, or set TIDBOK_STATE_DIR to another folder.`,
      { cause: error },
    );
  }
}
