import { minute, type Instant } from "@tidbok/domain";

/** A key pair on a person's device, as the person sees it. */
export type Passkey = {
  readonly id: string;
  readonly accountId: string;
  /** The name that the person gave it. */
  readonly name: string | null;
  /** Whether a backup holds it, so that it outlives its device. */
  readonly isBackedUp: boolean;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
};

/** What the device's signatures are checked with. `credentialId` is base64url, as browsers write it. */
export type PasskeyCredential = {
  readonly credentialId: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** The device's own count of uses; 0 for a device that does not count. */
  readonly signCount: number;
  readonly isBackupEligible: boolean;
  readonly isBackedUp: boolean;
};

/** A passkey's credential, and the account that it belongs to. */
export type PasskeyKey = PasskeyCredential & Pick<Passkey, "id" | "accountId">;

/** A browser's answer after a device has created a key pair. All of it is base64url. */
export type MadeCredential = {
  readonly credentialId: string;
  readonly clientDataJson: string;
  readonly attestationObject: string;
};

/** A browser's answer after a device has signed. All of it is base64url. */
export type SignedChallenge = {
  readonly credentialId: string;
  readonly clientDataJson: string;
  readonly authenticatorData: string;
  readonly signature: string;
};

/** The purpose of a challenge. */
export type PasskeyUse = "ADD" | "LOG_IN" | "CONFIRM" | "ENROL";

/** The purpose of a challenge, and the session or enrolment in which alone it is valid. */
export type PasskeyBond = {
  readonly use: PasskeyUse;
  readonly sessionId: string | null;
  readonly enrolmentId?: string;
};

/** How long a challenge is valid: as long as browsers wait for a person. */
export const challengeLifetime = 5 * minute;

/** The most passkeys that a person may have. */
export const mostPasskeys = 20;

/** The account's id as 16 bytes in base64url. A device stores it, to name the account of a passkey. */
export function userHandleOf(accountId: string): string {
  return Buffer.from(accountId.replaceAll("-", ""), "hex").toString("base64url");
}
