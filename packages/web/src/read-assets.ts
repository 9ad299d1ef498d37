import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Asset } from "./asset.ts";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

/** The files of dist/assets by their names. All of them stay in memory: a request reads no disk and names no path. */
export async function readAssets(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const names = new Set(await readdir(folder));
  const read = async (name: string) =>
    names.has(name) ? readFile(path.join(folder, name)) : Promise.resolve(null);
  const plain = [...names].filter((name) => !/\.(br|gz)$/.test(name));
  return new Map(
    await Promise.all(
      plain.map(async (name): Promise<[string, Asset]> => {
        const [bytes, br, gzip] = await Promise.all([name, `${name}.br`, `${name}.gz`].map(read));
        const type = types[path.extname(name)] ?? "application/octet-stream";
        const isHashed = /\.[\w-]{8}\.\w+$/.test(name);
        return [
          name,
          { type, plain: bytes ?? Buffer.alloc(0), br: br ?? null, gzip: gzip ?? null, isHashed },
        ];
      }),
    ),
  );
}
