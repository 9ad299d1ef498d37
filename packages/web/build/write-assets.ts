import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { BuiltFile } from "./build-page.ts";

/** Writes files below a folder of dist, each with its .br and .gz beside it. */
export async function writeAssets(below: string, files: readonly BuiltFile[]): Promise<void> {
  await mkdir(below, { recursive: true });
  await Promise.all(
    files.map(async ({ name, content }) => {
      const file = path.join(below, name);
      const bytes = Buffer.from(content);
      await writeFile(file, bytes);
      await writeFile(`${file}.gz`, gzipSync(bytes, { level: 9 }));
      await writeFile(`${file}.br`, brotliCompressSync(bytes, brotli(bytes.length)));
    }),
  );
}

function brotli(size: number) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return { params: { [BROTLI_PARAM_QUALITY]: 10, [BROTLI_PARAM_SIZE_HINT]: size } };
}
