import type { PasskeyCreation, PasskeyRequest } from "./passkey-types.ts";

/** Whether this browser can hand what the graph says to a device, and back. */
export function knowsPasskeys(): boolean {
  return "parseRequestOptionsFromJSON" in (globalThis.PublicKeyCredential ?? {});
}

/** Whether passkeys can stand among what the browser offers in the field of the address. */
export async function offersPasskeysInFields(): Promise<boolean> {
  return (
    knowsPasskeys() && (await PublicKeyCredential.isConditionalMediationAvailable?.()) === true
  );
}

const rules = {
  residentKey: "required",
  requireResidentKey: true,
  userVerification: "required",
} as const;

/** Has a device make what the graph asked for; its answer as the graph wants it. Rejects when the person says no. */
export async function createPasskey(asked: PasskeyCreation) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON({
    challenge: asked.challenge,
    rp: { id: asked.relyingPartyId, name: asked.relyingPartyName },
    user: {
      id: asked.userHandle,
      name: asked.userName ?? "",
      displayName: asked.displayName ?? "",
    },
    pubKeyCredParams: asked.algorithms.map((alg) => ({ type: "public-key", alg })),
    excludeCredentials: (asked.excludedCredentialIds ?? []).map((id) => ({
      type: "public-key",
      id,
    })),
    authenticatorSelection: rules,
    attestation: "none",
    timeout: asked.timeoutMilliseconds,
  });
  const credential = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  const { id, response } = credential.toJSON() as RegistrationResponseJSON;
  const { clientDataJSON: clientDataJson, attestationObject } = response;
  return { credentialId: id, clientDataJson, attestationObject };
}

type SignOptions = {
  /** Ends the wait for the person. */
  readonly signal?: AbortSignal;
  /** Waits until the person takes a passkey from what the browser offers in a field. */
  readonly isConditional?: boolean;
};

/** Has a device sign a challenge; its answer as the graph wants it. Rejects when the person says no. */
export async function signWithPasskey(
  asked: PasskeyRequest,
  { signal, isConditional = false }: SignOptions = {},
) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({
    challenge: asked.challenge,
    rpId: asked.relyingPartyId,
    timeout: asked.timeoutMilliseconds,
    userVerification: rules.userVerification,
  });
  const credential = (await navigator.credentials.get({
    publicKey,
    ...(signal && { signal }),
    ...(isConditional && { mediation: "conditional" as const }),
  })) as PublicKeyCredential;
  const { id, response } = credential.toJSON() as AuthenticationResponseJSON;
  const {
    clientDataJSON: clientDataJson,
    authenticatorData,
    signature,
    userHandle = "",
  } = response;
  return { credentialId: id, clientDataJson, authenticatorData, signature, userHandle };
}
