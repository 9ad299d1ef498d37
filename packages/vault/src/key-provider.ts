/**
 * Holds the key-encryption keys and never hands them out: a file in a local run, a key management service in
 * production. The subject's id is bound to the wrapping (AWS KMS calls this the
 * encryption context), so a wrapped key that is moved to another person does not unwrap.
 */
export type KeyProvider = {
  /** The id of the key that `wrap` uses now; it is stored beside what it wrapped. */
  readonly keyId: string;
  wrap(key: { readonly dek: Uint8Array; readonly subjectId: string }): Promise<Uint8Array>;
  /** Rejects for an id that the provider does not know, and for bytes that were changed or moved. */
  unwrap(key: {
    readonly wrapped: Uint8Array;
    readonly keyId: string;
    readonly subjectId: string;
  }): Promise<Uint8Array>;
};
