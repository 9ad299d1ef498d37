/**
 * Holds the key-encryption keys and never hands them out: a file in a local run, a key management service in
 * production. The subject's id is bound to the wrapping (AWS KMS calls this the
 * encryption context), so a wrapped key that is moved to another person does not unwrap.
 */
export type KeyProvider = {
  /** The ids of the key that `wrap` uses now and of the former keys, which only unwrap. */
  keyIds(): Promise<{ readonly current: string; readonly former: readonly string[] }>;
  /** Wraps with the current key; the key's id is stored beside what it wrapped. A rotation may come between two calls. */
  wrap(key: {
    readonly dek: Uint8Array;
    readonly subjectId: string;
  }): Promise<{ readonly wrapped: Uint8Array; readonly keyId: string }>;
  /** Rejects for an id that the provider does not know, and for bytes that were changed or moved. */
  unwrap(key: {
    readonly wrapped: Uint8Array;
    readonly keyId: string;
    readonly subjectId: string;
  }): Promise<Uint8Array>;
};
