import type { Instant } from "@tidbok/domain";

/** What is known of a record by its use alone. */
type Later = "consumedAt" | "consumedFrom" | "againAt" | "createdAt" | "lastUsedOn";

/** A record that is made, or written anew. */
export type NewRecord = Omit<OauthRecord, Later>;

/** A row of the authorization server: its kind, its person, and its sealed contents. */
export type OauthRecord = {
  readonly model: string;
  /** The hash of its id, which for codes and refresh tokens is the secret itself. */
  readonly keyHash: Uint8Array;
  readonly payload: Uint8Array;
  /** The permission that it belongs to; a permission's own id. */
  readonly grantId: string | null;
  readonly uidHash: Uint8Array | null;
  readonly userCodeHash: Uint8Array | null;
  readonly accountId: string | null;
  readonly appId: string | null;
  readonly consumedAt: Instant | null;
  /** The client that used it first, as a fingerprint, for as long as it may come again. */
  readonly consumedFrom: string | null;
  /** When it came again, which it may once. */
  readonly againAt: Instant | null;
  readonly expiresAt: Instant | null;
  readonly createdAt: Instant;
  /** The day in UTC on which an app last used a permission; null if it never did. */
  readonly lastUsedOn: string | null;
};
