import type { Caller } from "@tidbok/domain";
import { logIn, newPerson, type Identity } from "./start-identity.ts";

/** Where the apps of these tests are answered; nothing listens there. */
export const redirectUri = "http://127.0.0.1:9/callback";

/** Somebody who owns an organization, as the gateway knows them. */
export async function newOwner(identity: Identity, name: string) {
  const email = `${name}@example.test`;
  const { caller } = await newPerson(identity, { email });
  const input = { name, slug: name, timeZone: "Europe/Stockholm", locale: "sv" };
  const { value } = await identity.mutate(caller, ["createOrganization", "id"], input);
  return { ...(await logIn(identity, email)), organizationId: value.id as string };
}

/** What a developer says of an app. */
export const appForm = (organizationId: string, change: object = {}) => ({
  organizationId,
  name: "Rumsbokaren",
  legalName: "Rum & Bord AB",
  purpose: "PROVIDE_INTEGRATE",
  isConfidential: true,
  redirectUris: [redirectUri],
  scopes: [
    { scope: "bookings:read", why: "To show your meetings on the door" },
    { scope: "bookings:write", why: "To move meetings when a room is taken" },
    { scope: "profile:read", why: "To greet you" },
    { scope: "attendees.email:read", why: "To send directions" },
  ],
  ...change,
});

/** Registers an app; its id, its secret and the first error's code. */
export async function registerApp(identity: Identity, caller: Caller, form: object) {
  const fields = "app { id name purpose scopes { scope why } } secret";
  const { value, code, answer } = await identity.mutate(caller, ["registerApp", fields], form);
  return {
    id: value?.app.id as string,
    secret: value?.secret as string,
    value,
    code,
    answer,
  };
}
