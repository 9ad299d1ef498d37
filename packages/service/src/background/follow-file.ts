import { readFile } from "node:fs/promises";
import type { Logger } from "../create-logger.ts";
import { inBackground } from "./in-background.ts";
import type { Background } from "../service-definition.ts";

/**
 * Gives the text of a file whenever it has changed: keys are changed without a stop. It is looked at every two
 * seconds, for secrets that are mounted are exchanged behind links, which no watcher hears. A text that
 * `apply` does not take is logged once and changes nothing.
 */
export function followFile({
  path,
  log,
  apply,
}: {
  path: string;
  log: Logger;
  apply: (text: string) => void | Promise<void>;
}): Background {
  let last: string | null = null;
  return inBackground({
    everyMilliseconds: 2_000,
    log,
    work: async () => {
      const text = (await readFile(path, "utf8")).trim();
      if (text === last) return false;
      last = text;
      await apply(text);
      return false;
    },
  });
}
