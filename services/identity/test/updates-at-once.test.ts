import { readdirSync, readFileSync } from "node:fs";
import { Kind, parse } from "graphql";
import { afterAll, describe, expect, test } from "vitest";
import { accountRaces } from "./support/account-races.ts";
import { appRaces } from "./support/app-races.ts";
import { organizationRaces } from "./support/organization-races.ts";
import { startIdentity } from "./support/start-identity.ts";
import { whileLocked } from "./support/while-locked.ts";

const identity = await startIdentity();
afterAll(() => identity.stop());

const raced = { ...accountRaces(identity), ...organizationRaces(identity), ...appRaces(identity) };

/** Mutations that change no row by what its person gives: they make, end, request or prove something. */
const others = [
  ...["acceptInvitation", "beginAuthenticator", "beginPasskeyConfirmation", "beginPasskeyLogIn"],
  ...["beginPasskeyRegistration", "beginStaffEnrolment", "closeAccount", "confirmAuthenticator"],
  ...["confirmEmailChange", "confirmPasskey", "createOrganization", "createPersonalToken"],
  ...["deactivateAccount", "deleteApp", "endOtherSessions", "endSession", "endSupportAccess"],
  ...["finishLogIn", "finishStaffEnrolment", "hideAttendeesFromAdmins", "inviteMember", "logIn"],
  ...["logInByLink", "logInByPasskey", "logOut", "openSupportAccess", "refreshSession"],
  ...["registerApp", "registerPasskey", "removeAuthenticator", "removeMember"],
  ...["removeOrganizationLogo", "removePasskey", "renewRecoveryCodes", "requestEmailChange"],
  ...["requestLogInLink", "requestProviderLink", "requestRecovery", "resendVerification"],
  ...["resetPassword", "revokeAccess", "revokePersonalToken", "signUp", "unlinkProvider"],
  ...["verifyEmail", "withdrawInvitation"],
];

test("each mutation of the schema is raced here, or is none that changes a row", () => {
  const source = new URL("../src/", import.meta.url);
  const names = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("schema.graphql"))
    .flatMap((file) => parse(readFileSync(new URL(file, source), "utf8")).definitions)
    .flatMap((part) =>
      part.kind === Kind.OBJECT_TYPE_EXTENSION && part.name.value === "Mutation"
        ? (part.fields ?? [])
        : [],
    )
    .map((field) => field.name.value);
  expect([...Object.keys(raced), ...others].sort()).toEqual(names.sort());
});

describe.each(Object.entries(raced))("%s", (_, prepare) => {
  test("at once with itself loses no change", async () => {
    const { row, changes, codes = [undefined, undefined], left, expected } = await prepare();
    const answers = await whileLocked(identity, row, changes);
    expect(answers.map(({ code }) => code)).toEqual(codes);
    expect(await left()).toEqual(expected);
  });

  test("at once with the end of its row is refused after it, and done before it", async () => {
    for (const isEndFirst of [true, false]) {
      const { row, changes, end } = await prepare();
      if (end === null) continue;
      const [finish, changedLate, endedLate] = end;
      const acts = isEndFirst ? [finish, changes[0]] : [changes[0], finish];
      const answers = await whileLocked(identity, row, acts);
      expect(answers.map(({ code }) => code)).toEqual([
        undefined,
        isEndFirst ? changedLate : endedLate,
      ]);
    }
  });
});
