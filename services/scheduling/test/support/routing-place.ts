import { newId, type Caller } from "@tidbok/domain";
import type { Answer } from "@tidbok/testing";
import { createMeetingType, createSchedule } from "./operations.ts";
import { account, type Scheduling } from "./start-scheduling.ts";

/** What the forms of these tests ask. */
export const questions = [
  { key: "size", kind: "NUMBER", label: "How many are you?", isRequired: true },
  { key: "about", kind: "CHOICE", label: "What about?", choices: ["buying", "a problem"] },
];

export const formFields = `id title questions { key kind label isRequired choices }
  rules { conditions { questionKey operator texts number consent } target { meetingType { id } group } }
  fallback { meetingType { id } group }`;

const createQuery = `mutation ($input: CreateRoutingFormInput!) { createRoutingForm(input: $input) { ${formFields} } }`;

/**
 * An organization with a meeting type in round robin (two hosts in the group "large", one in "small", one
 * who always takes part) and another one, and what makes forms that lead there.
 */
export async function openRoutingPlace(scheduling: Scheduling) {
  const organizationId = newId();
  const admin = account(organizationId, "ADMIN");
  const hosts = await Promise.all(
    ["large", "large", "small", null].map(async (group) => {
      const host = account(organizationId, "MEMBER");
      const scheduleId = await createSchedule(scheduling, host, { organizationId });
      return { accountId: host.accountId, scheduleId, group, isFixed: group === null };
    }),
  );
  const sales: { id: string } = await createMeetingType(scheduling, admin, {
    organizationId,
    mode: "ROUND_ROBIN",
    hosts,
    visibility: "HIDDEN",
  });
  const support: { id: string } = await createMeetingType(scheduling, admin, {
    organizationId,
    hosts: [hosts[0]],
  });

  const when = (condition: object, target: object) => ({ conditions: [condition], target });
  const wish = {
    organizationId,
    title: "Whom to meet?",
    questions,
    rules: [
      when(
        { questionKey: "about", operator: "EQUALS", texts: ["a problem"] },
        { meetingTypeId: support.id },
      ),
      when(
        { questionKey: "size", operator: "GREATER", number: 50 },
        { meetingTypeId: sales.id, group: "large" },
      ),
    ],
    fallback: { meetingTypeId: sales.id, group: "small" },
  };
  const create = (changes: Record<string, unknown> = {}, caller: Caller = admin) => {
    const input = { ...wish, idempotencyKey: newId(), ...changes };
    return scheduling.ask(caller, { query: createQuery, variables: { input } });
  };
  return {
    organizationId,
    admin,
    sales: sales.id,
    support: support.id,
    hostsOf: (group: string | null) =>
      hosts.filter((host) => host.group === group).map(({ accountId }) => accountId),
    create: create as (changes?: Record<string, unknown>, caller?: Caller) => Promise<Answer>,
    makeForm: async (changes: Record<string, unknown> = {}): Promise<string> =>
      (await create(changes)).data.createRoutingForm.id,
  };
}
