import { ask } from "../../entry/ask.ts";
import { createPasskey, signWithPasskey } from "../../entry/passkey.ts";
import {
  BeginPasskeyConfirmationDocument,
  BeginPasskeyRegistrationDocument,
  ConfirmPasskeyDocument,
  RegisterPasskeyDocument,
} from "../../generated/graphql.ts";

/** Asks a device to make a passkey of this name, and has the graph keep it. Rejects when either says no. */
export async function addPasskey(name: string): Promise<void> {
  const { data } = await ask(BeginPasskeyRegistrationDocument);
  const made = await createPasskey(data.beginPasskeyRegistration);
  await ask(RegisterPasskeyDocument, { input: { name, ...made } });
}

/** Makes the session fresh by a passkey, so that the person may do grave things again. */
export async function confirmByPasskey(): Promise<void> {
  const { data } = await ask(BeginPasskeyConfirmationDocument);
  const signed = await signWithPasskey(data.beginPasskeyConfirmation);
  await ask(ConfirmPasskeyDocument, { input: signed });
}
