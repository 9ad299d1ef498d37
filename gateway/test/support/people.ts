import { randomBytes } from "node:crypto";
import { demand } from "./ask.ts";
import { linkIn, mailTo } from "./mailbox.ts";

/** A person with an account, and a way to ask as them. */
export type Person = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly accountId: string;
  readonly token: string;
};

/** A new person, with a name that is unique in this run, so that it can be searched for. */
export function newPerson(first: string): Pick<Person, "name" | "email" | "password"> {
  const unique = randomBytes(4).toString("hex");
  return {
    name: `${first} Q${unique}son`,
    email: `${first.toLowerCase()}.${unique}@people.example`,
    password: `correct horse ${unique}`,
  };
}

/** Signs up, proves the address by the mail, and logs in as an app does. */
export async function register(first: string): Promise<Person> {
  const person = newPerson(first);
  await signUp(person);
  const mail = await mailTo(person.email, /confirm|bekräfta/i);
  await demand({
    query: "mutation ($input: VerifyEmailInput!) { verifyEmail(input: $input) { account { id } } }",
    variables: { input: { token: linkIn(mail, "verify") } },
  });
  return { ...person, ...(await logIn(person)) };
}

/** Asks for an account; the mail says how it went. */
export async function signUp(
  person: Pick<Person, "name" | "email" | "password">,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { policy } = await demand({ query: "{ policy { version } }" });
  await demand({
    query: "mutation ($input: SignUpInput!) { signUp(input: $input) { nextStep } }",
    variables: {
      input: {
        ...person,
        timeZone: "Europe/Stockholm",
        locale: "en",
        isSixteenOrOlder: true,
        acceptedPolicyVersion: policy.version,
        ...changes,
      },
    },
  });
}

/** An access token of the person. */
export async function logIn({
  email,
  password,
}: Pick<Person, "email" | "password">): Promise<{ accountId: string; token: string }> {
  const { logIn: done } = await demand({
    query: `mutation ($input: LogInInput!) {
      logIn(input: $input) { account { id } tokens { accessToken } } }`,
    variables: { input: { email, password, delivery: "TOKENS" } },
  });
  return { accountId: done.account.id, token: done.tokens.accessToken };
}

/** Lets a person into an organization by invitation, as a member or more. */
export async function invite(
  { by, organizationId, role }: { by: Person; organizationId: string; role: "ADMIN" | "MEMBER" },
  person: Person,
): Promise<void> {
  await demand({
    query: "mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { id } }",
    variables: { input: { organizationId, email: person.email, role } },
    token: by.token,
  });
  const mail = await mailTo(person.email, /invit|inbjud/i);
  await demand({
    query: "mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { role } }",
    variables: { input: { token: linkIn(mail, "invitation") } },
    token: person.token,
  });
}
