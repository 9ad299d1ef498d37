import type { Instant } from "@tidbok/domain";

/** A key pair of a person's own device, as its person sees it. */
export type Passkey = {
  readonly id: string;
  readonly accountId: string;
  /** What the person calls it. */
  readonly name: string | null;
  /** Whether it lives on in a backup when the device is lost. */
  readonly isBackedUp: boolean;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
};

/** What proves that somebody has the device. `credentialId` is base64url, as browsers write it. */
export type PasskeyCredential = {
  readonly credentialId: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** How often it was used, as the device counts; 0 for a device that does not. */
  readonly signCount: number;
  readonly isBackupEligible: boolean;
  readonly isBackedUp: boolean;
};

/** A passkey's credential, and whose it is. */
export type PasskeyKey = PasskeyCredential & Pick<Passkey, "id" | "accountId">;

/** What a browser answers when a device has made a key pair. All of it is base64url. */
export type MadeCredential = {
  readonly credentialId: string;
  readonly clientDataJson: string;
  readonly attestationObject: string;
};

/** What a browser answers when a device has signed. All of it is base64url. */
export type SignedChallenge = {
  readonly credentialId: string;
  readonly clientDataJson: string;
  readonly authenticatorData: string;
  readonly signature: string;
};

/** What a device is asked to sign for. */
export type PasskeyUse = "ADD" | "LOG_IN" | "CONFIRM" | "ENROL";

/** What a challenge is for, and what alone it is worth anything in. */
export type PasskeyBond = {
  readonly use: PasskeyUse;
  readonly sessionId: string | null;
  readonly enrolmentId?: string;
};

/** For how long a device may take: as long as browsers wait for a person. */
export const challengeLifetime = 5 * 60_000;

/** How many passkeys a person may have. */
export const mostPasskeys = 20;

/** What a device keeps to say whose a passkey is: the account's id as 16 bytes, base64url. */
export function userHandleOf(accountId: string): string {
  return Buffer.from(accountId.replaceAll("-", ""), "hex").toString("base64url");
}
