import type { Pool } from "pg";
import { blindIndex } from "./blind-index.ts";
import { CiphertextInvalid } from "./ciphertext-invalid.ts";
import { destroyKey } from "./destroy-key.ts";
import { generationOf, openText, sealText, type SubjectKey } from "./seal-text.ts";
import type { KeyProvider } from "./key-provider.ts";
import type { Address } from "./address.ts";
import { rotateKey } from "./rotate-key.ts";
import { SubjectErased } from "./subject-erased.ts";
import { createSubjectKeys, type SubjectKeys } from "./subject-keys.ts";

/** The database that holds the keys, the provider that wraps them, and how long they stay in memory. */
export type VaultOptions = {
  /** Of the service's keys database; never the pool of the service's own tables. */
  readonly pool: Pool;
  readonly keyProvider: KeyProvider;
  /** 32 bytes at least; a change makes every stored blind index useless. */
  readonly blindIndexKey: Uint8Array;
  /** How long another process may still open what this one destroyed; 30 seconds by default. */
  readonly cacheMilliseconds?: number;
};

/** Seals texts, each with the key of its data subject. Ids are UUIDs. */
export type Vault = {
  /** Makes the person's key where it is missing. Rejects with SUBJECT_ERASED for an erased person. */
  seal(address: Address, text: string): Promise<Uint8Array>;
  /** Null when the person's key was destroyed. Rejects with CIPHERTEXT_INVALID for changed or moved bytes. */
  open(address: Address, bytes: Uint8Array): Promise<string | null>;
  /** As `seal`, in the order given, with one query for all keys (and one to make those that are missing). */
  sealMany(
    texts: readonly { readonly address: Address; readonly text: string }[],
  ): Promise<readonly Uint8Array[]>;
  /** As `open`, in the order given, with one query for all keys that are not in memory. */
  openMany(
    sealed: readonly { readonly address: Address; readonly bytes: Uint8Array }[],
  ): Promise<readonly (string | null)[]>;
  /**
   * Destroys the person's keys for good: nothing is sealed with them from now on, in any process, and nothing opens:
   * here at once, in other processes within the cache's time. May be repeated.
   */
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
    const found = await keys.findOrMake(texts.map(({ address }) => subjectOf(address)));
    return texts.map(({ address, text }) => {
      const key = newestOf(found.get(subjectOf(address)));
      return sealText({ address, key }, text);
    });
  };

  const openMany: Vault["openMany"] = async (sealed) => {
    const found = await keys.find(sealed.map(({ address }) => subjectOf(address)));
    // Another process may have rotated a key since this one remembered it.
    const outdated = sealed.filter(({ address, bytes }) =>
      lacks(found.get(subjectOf(address)), bytes),
    );
    outdated.forEach(({ address }) => keys.forget(subjectOf(address)));
    const again = await keys.find(outdated.map(({ address }) => subjectOf(address)));
    return sealed.map(({ address, bytes }) => {
      const id = subjectOf(address);
      return openOne(again.get(id) ?? found.get(id), { address, bytes });
    });
  };

  return {
    sealMany,
    openMany,
    seal: async (address, text) => (await sealMany([{ address, text }]))[0]!,
    open: async (address, bytes) => (await openMany([{ address, bytes }]))[0]!,
    destroyKey: async (subjectId) => {
      await destroyKey(pool, subjectId);
      keys.bury(subjectId.toLowerCase());
    },
    rotateKey: async (subjectId) => {
      await rotateKey({ pool, keyProvider, subjectId: subjectId.toLowerCase() });
      keys.forget(subjectId.toLowerCase());
    },
    blindIndex: (purpose, value) => blindIndex(blindIndexKey, { purpose, value }),
  };
}

// Postgres gives UUIDs back in lower case; a caller may not have written them so.
function subjectOf(address: Address): string {
  return address.subjectId.toLowerCase();
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
  { address, bytes }: { readonly address: Address; readonly bytes: Uint8Array },
): string | null {
  if (keys === "erased") return null;
  const generation = generationOf(bytes);
  const dek = keys?.get(generation);
  if (!dek) throw new CiphertextInvalid();
  return openText({ address, key: { generation, dek } }, bytes);
}
