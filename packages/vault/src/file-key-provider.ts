import { stat } from "node:fs/promises";
import { readKeyFile } from "./key-file.ts";
import type { KeyProvider } from "./key-provider.ts";
import { openBytes, sealBytes } from "./seal-bytes.ts";

/**
 * A provider with its keys in a file (see `createKeyFile`), for a local run and for tests. Rejects
 * when the file is missing, incomplete or readable by others. The file may hold former keys beside the
 * current one; they only unwrap. A file that was rotated is read again before the next key is wrapped.
 */
export async function fileKeyProvider(path: string): Promise<KeyProvider> {
  const read = async () => ({ version: await versionOf(path), ring: await readKeyFile(path) });
  let known = await read();
  const latest = async () => {
    if (known.version !== (await versionOf(path))) known = await read();
    return known.ring;
  };
  return {
    keyIds: async () => {
      const { current, keys } = await latest();
      return { current, former: [...keys.keys()].filter((id) => id !== current) };
    },
    wrap: async ({ dek, subjectId }) => {
      const { current, keys } = await latest();
      const key = keyOf(keys, current);
      return {
        wrapped: sealBytes({ key, context: [current, subjectId], bytes: dek }),
        keyId: current,
      };
    },
    unwrap: async ({ wrapped, keyId, subjectId }) => {
      const key = known.ring.keys.get(keyId) ?? keyOf((await latest()).keys, keyId);
      return openBytes({ key, context: [keyId, subjectId], bytes: wrapped });
    },
  };
}

function keyOf(keys: ReadonlyMap<string, Uint8Array>, id: string): Uint8Array {
  const key = keys.get(id);
  if (!key) throw new Error(`The key file has no key ${id}.`);
  return key;
}

// A rotation puts another file in the place of the former one.
async function versionOf(path: string): Promise<string> {
  const { ino, mtimeMs, size } = await stat(path);
  return `${ino} ${mtimeMs} ${size}`;
}
