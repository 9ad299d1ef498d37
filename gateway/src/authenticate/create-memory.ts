import { LRUCache } from "lru-cache";

/** What was looked up lately, until an event says that it may have changed. */
export type Memory<Value extends object> = {
  /** What is remembered under the key, or what is found now. Nothing is remembered of what is not there. */
  recall(key: string, find: () => Promise<Value | null>): Promise<Value | null>;
  /** Forgets all that belongs to one of its owners. */
  forget(owner: string): void;
  forgetAll(): void;
};

/** A look-up that is not answered yet, and the owners that have changed meanwhile. */
type LookUp = { readonly changed: Set<string>; isStale: boolean };

/** A memory of 30 seconds. A change of one of its `ownersOf` makes the memory forget a value. */
export function createMemory<Value extends object>(
  ownersOf: (value: Value) => readonly string[],
): Memory<Value> {
  const keysOf = new Map<string, Set<string>>();
  const cache = new LRUCache<string, Value>({
    max: 20_000,
    ttl: 30_000,
    dispose: (value, key) => {
      for (const owner of ownersOf(value)) {
        const keys = keysOf.get(owner);
        keys?.delete(key);
        if (keys?.size === 0) keysOf.delete(owner);
      }
    },
  });
  const underWay = new Set<LookUp>();

  // What was asked before a change and answered after it may be what was true before.
  function remember(key: string, { value, lookUp }: { value: Value; lookUp: LookUp }): void {
    const owners = ownersOf(value);
    if (lookUp.isStale || owners.some((owner) => lookUp.changed.has(owner))) return;
    cache.set(key, value);
    for (const owner of owners) {
      keysOf.set(owner, (keysOf.get(owner) ?? new Set()).add(key));
    }
  }

  return {
    recall: async (key, find) => {
      const known = cache.get(key);
      if (known) return known;
      const lookUp: LookUp = { changed: new Set(), isStale: false };
      underWay.add(lookUp);
      try {
        const value = await find();
        if (value) remember(key, { value, lookUp });
        return value;
      } finally {
        underWay.delete(lookUp);
      }
    },
    forget: (owner) => {
      for (const lookUp of underWay) lookUp.changed.add(owner);
      for (const key of [...(keysOf.get(owner) ?? [])]) cache.delete(key);
    },
    forgetAll: () => {
      for (const lookUp of underWay) lookUp.isStale = true;
      cache.clear();
    },
  };
}
