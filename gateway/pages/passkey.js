import { ask } from "./graph.js";

// Whether this browser can hand what the graph says to a device, and back.
export const knowsPasskeys = Boolean(globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON);

const rules = { residentKey: "required", requireResidentKey: true, userVerification: "required" };

// Asks a device to make a passkey of this name, and keeps it. Rejects when either says no.
export async function addPasskey(name) {
  const { beginPasskeyRegistration: asked } = await ask(
    `mutation { beginPasskeyRegistration { challenge relyingPartyId relyingPartyName userHandle userName displayName
      algorithms excludedCredentialIds timeoutMilliseconds } }`,
  );
  const input = { name, ...(await createPasskey(asked)) };
  await ask(
    `mutation ($input: RegisterPasskeyInput!) { registerPasskey(input: $input) { __typename } }`,
    { variables: { input } },
  );
}

// Has a device make what the graph asked for; its answer as the graph wants it.
export async function createPasskey(asked) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON({
    challenge: asked.challenge,
    rp: { id: asked.relyingPartyId, name: asked.relyingPartyName },
    user: { id: asked.userHandle, name: asked.userName, displayName: asked.displayName },
    pubKeyCredParams: asked.algorithms.map((alg) => ({ type: "public-key", alg })),
    excludeCredentials: asked.excludedCredentialIds.map((id) => ({ type: "public-key", id })),
    authenticatorSelection: rules,
    attestation: "none",
    timeout: asked.timeoutMilliseconds,
  });
  const { id, response } = (await navigator.credentials.create({ publicKey })).toJSON();
  const { clientDataJSON: clientDataJson, attestationObject } = response;
  return { credentialId: id, clientDataJson, attestationObject };
}

// Has a device sign, and logs in by it. Rejects when the device or the graph says no.
export async function logInByPasskey() {
  const input = { ...(await sign("beginPasskeyLogIn")), delivery: "COOKIE" };
  await ask(
    `mutation ($input: LogInByPasskeyInput!) { logInByPasskey(input: $input) { __typename } }`,
    { variables: { input } },
  );
}

// Has a device sign, so that the session may do grave things again.
export async function confirmPasskey() {
  const input = await sign("beginPasskeyConfirmation");
  await ask(
    `mutation ($input: ConfirmPasskeyInput!) { confirmPasskey(input: $input) { __typename } }`,
    { variables: { input } },
  );
}

async function sign(mutation) {
  const { [mutation]: asked } = await ask(
    `mutation { ${mutation} { challenge relyingPartyId timeoutMilliseconds } }`,
  );
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({
    challenge: asked.challenge,
    rpId: asked.relyingPartyId,
    timeout: asked.timeoutMilliseconds,
    userVerification: rules.userVerification,
  });
  const { id, response } = (await navigator.credentials.get({ publicKey })).toJSON();
  const { clientDataJSON: clientDataJson, authenticatorData, signature, userHandle } = response;
  return { credentialId: id, clientDataJson, authenticatorData, signature, userHandle };
}
