import { LRUCache } from "lru-cache";

/** What was found lately, until somebody says that it may have changed. */
export type Memory<Value extends object> = {
  /** What is remembered under the key, or what is found now. Nothing is remembered of what is not there. */
  recall(key: string, find: () => Promise<Value | null>): Promise<Value | null>;
  /** Forgets all that belongs to one of its owners. */
  forget(owner: string): void;
  forgetAll(): void;
};

/** A memory of 30 seconds. `ownersOf` says by whose changes a value is to be forgotten. */
export function createMemory<Value extends object>(
  ownersOf: (value: Value) => readonly string[],
): Memory<Value> {
  const cache = new LRUCache<string, Value>({ max: 20_000, ttl: 30_000 });
  const keysOf = new Map<string, Set<string>>();
  return {
    recall: async (key, find) => {
      const known = cache.get(key);
      if (known) return known;
      const found = await find();
      if (!found) return null;
      cache.set(key, found);
      for (const owner of ownersOf(found)) {
        keysOf.set(owner, (keysOf.get(owner) ?? new Set()).add(key));
      }
      return found;
    },
    forget: (owner) => {
      for (const key of keysOf.get(owner) ?? []) cache.delete(key);
      keysOf.delete(owner);
    },
    forgetAll: () => {
      cache.clear();
      keysOf.clear();
    },
  };
}
