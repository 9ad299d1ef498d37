import { LRUCache } from "lru-cache";

/** The documents of automatic persisted queries, by hash, as Apollo Server asks for them. */
export type DocumentMemory = {
  readonly get: (key: string) => Promise<string | undefined>;
  readonly set: (key: string, document: string) => Promise<void>;
  readonly delete: (key: string) => Promise<boolean>;
};

/**
 * Remembers the most recently used documents of this process, `maxCharacters` in all. After a document was forgotten, or
 * where only another gateway knows it, the client sends it once more, as the protocol of automatic persisted queries says. A document is remembered once it is valid, and its hash is that of its text: no client can
 * put another text in its place.
 */
export function createDocumentMemory(maxCharacters = 8_000_000): DocumentMemory {
  const documents = new LRUCache<string, string>({
    maxSize: maxCharacters,
    sizeCalculation: (document, key) => document.length + key.length,
  });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
  };
}
