import { verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { decodeAttestationObject, decodeClientDataJSON } from "@simplewebauthn/server/helpers";
import type { MadeCredential, PasskeyCredential, SignedChallenge } from "../domain/passkey.ts";

/** Checks the answers of devices as WebAuthn Level 3, 7.1 and 7.2 require. */
export type Webauthn = {
  /** The host that passkeys belong to. They work at no other host. */
  readonly relyingParty: { readonly id: string; readonly name: string };
  /** The accepted COSE algorithms, best first. */
  readonly algorithms: readonly number[];
  /** The challenge that an answer names; null if it is malformed. */
  challengeIn(clientDataJson: string): string | null;
  /** The new credential; null if the answer is wrong. */
  verifyMade(made: MadeCredential, challenge: string): Promise<PasskeyCredential | null>;
  /** The credential after this use; null if the answer is wrong. */
  verifySigned(
    signed: SignedChallenge,
    expected: { readonly challenge: string; readonly credential: PasskeyCredential },
  ): Promise<PasskeyCredential | null>;
};

// EdDSA, ES256, RS256: the algorithms of common devices.
const algorithms = [-8, -7, -257];

/** Passkeys for the pages at the platform's public address. */
export function createWebauthn(publicUrl: string): Webauthn {
  const { id, origin } = relyingPartyAt(new URL(publicUrl));
  const expected = { expectedOrigin: origin, expectedRPID: id, requireUserVerification: true };
  const described = { type: "public-key", clientExtensionResults: {} } as const;
  return {
    relyingParty: { id, name: "Tidbok" },
    algorithms,
    challengeIn: (clientDataJson) => attempt(() => decodeClientDataJSON(clientDataJson).challenge),
    verifyMade: async ({ credentialId, clientDataJson, attestationObject }, challenge) => {
      if (!attempt(() => isUnattested(attestationObject))) return null;
      const response = { clientDataJSON: clientDataJson, attestationObject };
      const outcome = await verifyRegistrationResponse({
        ...expected,
        response: { ...described, id: credentialId, rawId: credentialId, response },
        expectedChallenge: challenge,
        supportedAlgorithmIDs: algorithms,
      }).catch(refused);
      if (!outcome?.verified) return null;
      const { credential, credentialBackedUp, credentialDeviceType } = outcome.registrationInfo;
      return {
        credentialId: credential.id,
        publicKey: credential.publicKey,
        signCount: credential.counter,
        isBackupEligible: credentialDeviceType === "multiDevice",
        isBackedUp: credentialBackedUp,
      };
    },
    verifySigned: async (signed, { challenge, credential }) => {
      const { credentialId, clientDataJson, authenticatorData, signature } = signed;
      const { publicKey, signCount, isBackupEligible } = credential;
      const response = { clientDataJSON: clientDataJson, authenticatorData, signature };
      const outcome = await verifyAuthenticationResponse({
        ...expected,
        response: { ...described, id: credentialId, rawId: credentialId, response },
        expectedChallenge: challenge,
        credential: { id: credential.credentialId, publicKey, counter: signCount },
      }).catch(refused);
      if (!outcome?.verified) return null;
      const { newCounter, credentialBackedUp, credentialDeviceType } = outcome.authenticationInfo;
      // Whether a passkey can be backed up never changes after its creation (WebAuthn, 7.2, step 19).
      if ((credentialDeviceType === "multiDevice") !== isBackupEligible) return null;
      return { ...credential, signCount: newCounter, isBackedUp: credentialBackedUp };
    },
  };
}

// An IP address cannot have passkeys; on loopback the host has the name localhost as well.
function relyingPartyAt({ hostname, origin }: URL): { id: string; origin: string } {
  if (hostname !== "127.0.0.1") return { id: hostname, origin };
  return { id: "localhost", origin: origin.replace(hostname, "localhost") };
}

// A certificate would tell the make of the device, and its chain would be fetched from an address that the certificate
// names. So attestation with a certificate is refused.
function isUnattested(attestationObject: string): boolean {
  const decoded = decodeAttestationObject(
    new Uint8Array(Buffer.from(attestationObject, "base64url")),
  );
  const format = decoded.get("fmt");
  return format === "none" || (format === "packed" && !decoded.get("attStmt").get("x5c"));
}

// The library throws an Error for each kind of mistake; the caller learns only that the answer was refused.
function refused(error: unknown): null {
  if (error instanceof Error) return null;
  throw error;
}

function attempt<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    return refused(error);
  }
}
