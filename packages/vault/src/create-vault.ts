import type { Pool } from "pg";
import { blindIndex } from "./blind-index.ts";
import { CiphertextInvalid } from "./ciphertext-invalid.ts";
import { destroyKey } from "./destroy-key.ts";
import { generationOf, openText, sealText, type SubjectKey } from "./envelope.ts";
import type { KeyProvider } from "./key-provider.ts";
import type { Place } from "./place.ts";
import { rotateKey } from "./rotate-key.ts";
import { SubjectErased } from "./subject-erased.ts";
import { createSubjectKeys, type SubjectKeys } from "./subject-keys.ts";

/** The database of the keys, the provider that wraps them, and how long keys are remembered. */
export type VaultOptions = {
  /** Of the service's keys database; never the pool of the service's own tables. */
  readonly pool: Pool;
  readonly keyProvider: KeyProvider;
  /** 32 bytes at least; a change makes every stored blind index useless. */
  readonly blindIndexKey: Uint8Array;
  /** How long another process may still open what this one destroyed; 30 seconds unless told. */
  readonly cacheMilliseconds?: number;
};

/** Seals texts with the key of the person that they are about. Ids are UUIDs. */
export type Vault = {
  /** Makes the person's key when it is missing. Rejects with SUBJECT_ERASED for an erased person. */
  seal(place: Place, text: string): Promise<Uint8Array>;
  /** Null when the person's key was destroyed. Rejects with CIPHERTEXT_INVALID for changed or moved bytes. */
  open(place: Place, bytes: Uint8Array): Promise<string | null>;
  /** As `seal`, in the order given, with one query for all keys that are not in memory (and one to make them). */
  sealMany(
    texts: readonly { readonly place: Place; readonly text: string }[],
  ): Promise<readonly Uint8Array[]>;
  /** As `open`, in the order given, with one query for all keys that are not in memory. */
  openMany(
    sealed: readonly { readonly place: Place; readonly bytes: Uint8Array }[],
  ): Promise<readonly (string | null)[]>;
  /** Destroys the person's keys for good: here at once, in other processes within the cache's time. May be repeated. */
  destroyKey(subjectId: string): Promise<void>;
  /** Gives the person a new key for what is sealed from now on; what was sealed before still opens. */
  rotateKey(subjectId: string): Promise<void>;
  /** A fingerprint to find an equal value by (an e-mail address), whatever its case and width. */
  blindIndex(purpose: string, value: string): Uint8Array;
};

/** A vault over one keys database. It opens no connection of its own and needs no closing. */
export function createVault(options: VaultOptions): Vault {
  const { pool, keyProvider, blindIndexKey, cacheMilliseconds = 30_000 } = options;
  if (blindIndexKey.length < 32) throw new Error("The blind index key has fewer than 32 bytes.");
  const keys = createSubjectKeys({ pool, keyProvider, cacheMilliseconds });

  const sealMany: Vault["sealMany"] = async (texts) => {
    const found = await keys.findOrMake(texts.map(({ place }) => subjectOf(place)));
    return texts.map(({ place, text }) => {
      const key = newestOf(found.get(subjectOf(place)));
      return sealText({ place, key }, text);
    });
  };

  const openMany: Vault["openMany"] = async (sealed) => {
    const found = await keys.find(sealed.map(({ place }) => subjectOf(place)));
    // Another process may have rotated a key since this one remembered it.
    const outdated = sealed.filter(({ place, bytes }) => lacks(found.get(subjectOf(place)), bytes));
    outdated.forEach(({ place }) => keys.forget(subjectOf(place)));
    const again = await keys.find(outdated.map(({ place }) => subjectOf(place)));
    return sealed.map(({ place, bytes }) => {
      const id = subjectOf(place);
      return openOne(again.get(id) ?? found.get(id), { place, bytes });
    });
  };

  return {
    sealMany,
    openMany,
    seal: async (place, text) => (await sealMany([{ place, text }]))[0]!,
    open: async (place, bytes) => (await openMany([{ place, bytes }]))[0]!,
    destroyKey: async (subjectId) => {
      await destroyKey(pool, subjectId);
      keys.forget(subjectId.toLowerCase());
    },
    rotateKey: async (subjectId) => {
      await rotateKey({ pool, keyProvider, subjectId: subjectId.toLowerCase() });
      keys.forget(subjectId.toLowerCase());
    },
    blindIndex: (purpose, value) => blindIndex(blindIndexKey, { purpose, value }),
  };
}

// Postgres gives UUIDs back in lower case; a caller may not have written them so.
function subjectOf(place: Place): string {
  return place.subjectId.toLowerCase();
}

function newestOf(keys: SubjectKeys | undefined): SubjectKey {
  if (keys === "erased") throw new SubjectErased();
  const newest = keys?.entries().next().value;
  if (!newest) throw new Error("A key that was just made is not there.");
  return { generation: newest[0], dek: newest[1] };
}

function lacks(keys: SubjectKeys | undefined, bytes: Uint8Array): boolean {
  return keys !== undefined && keys !== "erased" && !keys.has(generationOf(bytes));
}

function openOne(
  keys: SubjectKeys | undefined,
  { place, bytes }: { readonly place: Place; readonly bytes: Uint8Array },
): string | null {
  if (keys === "erased") return null;
  const generation = generationOf(bytes);
  const dek = keys?.get(generation);
  if (!dek) throw new CiphertextInvalid();
  return openText({ place, key: { generation, dek } }, bytes);
}
