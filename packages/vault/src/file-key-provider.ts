import { readKeyFile } from "./key-file.ts";
import type { KeyProvider } from "./key-provider.ts";
import { openBytes, sealBytes } from "./seal-bytes.ts";

/**
 * A provider with its keys in a file (see `createKeyFile`), for a local run and for tests. Rejects
 * when the file is missing, incomplete or readable by others. The file may hold former keys beside the
 * current one; they only unwrap.
 */
export async function fileKeyProvider(path: string): Promise<KeyProvider> {
  const ring = await readKeyFile(path);
  const keyOf = (id: string): Uint8Array => {
    const key = ring.keys.get(id);
    if (!key) throw new Error(`The key file has no key ${id}.`);
    return key;
  };
  return {
    keyId: ring.current,
    wrap: async ({ dek, subjectId }) =>
      sealBytes({ key: keyOf(ring.current), context: [ring.current, subjectId], bytes: dek }),
    unwrap: async ({ wrapped, keyId, subjectId }) =>
      openBytes({ key: keyOf(keyId), context: [keyId, subjectId], bytes: wrapped }),
  };
}
