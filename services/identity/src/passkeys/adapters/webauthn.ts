import { verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { decodeAttestationObject, decodeClientDataJSON } from "@simplewebauthn/server/helpers";
import type { MadeCredential, PasskeyCredential, SignedChallenge } from "../domain/passkey.ts";

/** Checks what devices answer, as WebAuthn Level 3, 7.1 and 7.2 demand it. */
export type Webauthn = {
  /** Whom a passkey is for: it works at this host and nowhere else. */
  readonly relyingParty: { readonly id: string; readonly name: string };
  /** The COSE algorithms that are taken, best first. */
  readonly algorithms: readonly number[];
  /** The challenge that an answer says it is to; null for what is no answer. */
  challengeIn(clientDataJson: string): string | null;
  /** The new credential; null when the answer does not hold. */
  verifyMade(made: MadeCredential, challenge: string): Promise<PasskeyCredential | null>;
  /** The credential as it is after this use; null when the answer does not hold. */
  verifySigned(
    signed: SignedChallenge,
    expected: { readonly challenge: string; readonly credential: PasskeyCredential },
  ): Promise<PasskeyCredential | null>;
};

// EdDSA, ES256, RS256: what devices speak.
const algorithms = [-8, -7, -257];

/** Passkeys of the pages at the platform's public address. */
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
      // Whether a passkey can be backed up is said once and for all when it is made (WebAuthn, 7.2, step 19).
      if ((credentialDeviceType === "multiDevice") !== isBackupEligible) return null;
      return { ...credential, signCount: newCounter, isBackedUp: credentialBackedUp };
    },
  };
}

// A host of numbers can have no passkeys; on one's own machine it is called localhost as well.
function relyingPartyAt({ hostname, origin }: URL): { id: string; origin: string } {
  if (hostname !== "127.0.0.1") return { id: hostname, origin };
  return { id: "localhost", origin: origin.replace(hostname, "localhost") };
}

// Which make of device it is, is nobody's business, and a certificate's chain would be fetched from where
// the certificate says: only what comes without one is read at all.
function isUnattested(attestationObject: string): boolean {
  const decoded = decodeAttestationObject(
    new Uint8Array(Buffer.from(attestationObject, "base64url")),
  );
  const format = decoded.get("fmt");
  return format === "none" || (format === "packed" && !decoded.get("attStmt").get("x5c"));
}

// The library throws an Error for each thing that an answer can get wrong; which, is nobody's to know.
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
