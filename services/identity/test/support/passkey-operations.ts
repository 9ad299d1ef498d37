import { anonymous, type Caller } from "@tidbok/domain";
import { createSoftAuthenticator } from "@tidbok/testing";
import type { Identity } from "./start-identity.ts";

/** Where the platform of these tests lives. */
export const origin = "https://book.tidbok.example";

export type Device = ReturnType<typeof createSoftAuthenticator>;
type Making = Parameters<Device["make"]>[1];
type Signing = Parameters<Device["sign"]>[1];

const requestFields = "challenge relyingPartyId timeoutMilliseconds";

/** What people do with passkeys. */
export function passkeysOf(identity: Identity) {
  const begin = async (caller: Caller, name: string, fields = requestFields) => {
    const answer = await identity.ask(caller, `mutation { ${name} { ${fields} } }`);
    return { answer, value: answer.data?.[name], code: answer.errors?.[0]?.extensions.code };
  };
  const challenge = async () => (await begin(anonymous, "beginPasskeyLogIn")).value.challenge;
  const submit = (shown: object) =>
    identity.mutate(anonymous, ["logInByPasskey", "account { id } tokens { accessToken }"], {
      ...shown,
      delivery: "COOKIE",
    });
  return {
    begin,
    challenge,
    submit,
    newDevice: () => createSoftAuthenticator(origin),
    /** Makes a passkey for the caller; what `registerPasskey` is sent, and what it answers. */
    add: async (caller: Caller, device: Device, conduct: Making & { name?: string } = {}) => {
      const { value } = await begin(
        caller,
        "beginPasskeyRegistration",
        `${requestFields} userHandle userName displayName excludedCredentialIds algorithms`,
      );
      const { name = "My laptop", ...how } = conduct;
      const sent = { name, ...device.make(value, how) };
      const fields = "id name isBackedUp createdAt lastUsedAt";
      const outcome = await identity.mutate(caller, ["registerPasskey", fields], sent);
      return { ...outcome, sent, creation: value, credentialId: sent.credentialId };
    },
    /** Logs in with a passkey, outside of any session. */
    logIn: async (device: Device, credentialId: string, conduct: Signing = {}) =>
      submit(device.sign({ challenge: await challenge(), credentialId }, conduct)),
    confirm: async (caller: Caller, device: Device, credentialId: string) => {
      const { value } = await begin(caller, "beginPasskeyConfirmation");
      const { challenge: asked } = value;
      const shown = device.sign({ challenge: asked, credentialId });
      return identity.mutate(caller, ["confirmPasskey", "id authenticatedAt"], shown);
    },
  };
}
