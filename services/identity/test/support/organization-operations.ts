import type { Caller } from "@tidbok/domain";
import { callerOf, mailer, newPerson, type Identity } from "./start-identity.ts";

export type Person = Awaited<ReturnType<typeof newPerson>>;

/** What the tests of organizations do, on this service. */
export function organizationOperations(identity: Identity) {
  let counter = 0;
  const operations = {
    create: (caller: Caller, change: object = {}) =>
      identity.mutate(caller, ["createOrganization", organizationFields], {
        name: "Lindqvist & Co",
        slug: `company-${(counter += 1)}`,
        timeZone: "Europe/Stockholm",
        locale: "sv",
        ...change,
      }),
    invite: (caller: Caller, input: object) =>
      identity.mutate(caller, ["inviteMember", "id role email link expiresAt"], input),
    accept: (caller: Caller, token: string) =>
      identity.mutate(caller, ["acceptInvitation", "accountId role organization { id }"], {
        token,
      }),
    remove: (caller: Caller, input: object) =>
      identity.mutate(caller, ["removeMember", "accountId role"], input),
    changeRole: (caller: Caller, input: object) =>
      identity.mutate(caller, ["changeMemberRole", "accountId role"], input),

    /** The same person as the gateway knows them now. */
    again: async (person: Person): Promise<Person> => ({
      ...person,
      ...(await callerOf(identity, person.cookie)),
    }),

    /** What the mail of an invitation is written from. */
    mailOf: async (id: string) => {
      const query = `query ($id: ID!) { invitation(id: $id) { email link locale organization { name } } }`;
      return (await identity.ask(mailer, query, { id })).data.invitation;
    },

    /** An organization of the owner's, and somebody who joined it by invitation. */
    withMember: async (by: Person, role: string) => {
      const { value } = await operations.create(by.caller);
      const owner = await operations.again(by);
      const email = `${role.toLowerCase()}-${(counter += 1)}@example.test`;
      const person = await newPerson(identity, { email });
      const organizationId = value.id as string;
      const invited = await operations.invite(owner.caller, { organizationId, email, role });
      const { link } = await operations.mailOf(invited.value.id);
      await operations.accept(person.caller, link.split("#")[1]);
      return { organizationId, owner, person: await operations.again(person) };
    },
  };
  return operations;
}

/** The fields that an organization is asked for. */
export const organizationFields =
  "id slug name locale timeZone createdAt members { nodes { role } }";
