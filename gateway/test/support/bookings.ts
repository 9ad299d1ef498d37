import { randomUUID } from "node:crypto";
import { ask, demand, type Answer } from "./ask.ts";
import { createOrganization, offerMeeting, openSlots } from "./offers.ts";
import { register, newPerson, type Person } from "./people.ts";

/** A host with an organization, a meeting type and its open slots. */
export type Stage = {
  readonly host: Person;
  readonly organization: { readonly id: string; readonly slug: string };
  readonly meetingType: {
    readonly id: string;
    readonly slug: string;
    readonly questions: readonly { id: string }[];
  };
  readonly slots: readonly string[];
};

/** A booking and its attendee. */
export type Booked = {
  readonly id: string;
  readonly startAt: string;
  readonly manageToken: string;
};

/** An attempt to book that can be repeated: the same person, slot and idempotency key. */
export type Attempt = {
  readonly attendee: Pick<Person, "name" | "email">;
  readonly input: Readonly<Record<string, unknown>>;
};

/** A host that visitors can book every day, half an hour each. */
export async function openStage(
  hostName: string,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<Stage> {
  const host = await register(hostName);
  const organization = await createOrganization(host);
  const meetingType = await offerMeeting(host, organization.id, changes);
  return { host, organization, meetingType, slots: await openSlots(meetingType.id) };
}

/** What a visitor of this test alone sends to book this slot. */
export function attemptAt({ meetingType }: Pick<Stage, "meetingType">, startAt: string): Attempt {
  const { name, email } = newPerson("Alva");
  return {
    attendee: { name, email },
    input: {
      meetingTypeId: meetingType.id,
      startAt,
      attendee: { name, email, timeZone: "Europe/Helsinki", locale: "en" },
      idempotencyKey: randomUUID(),
    },
  };
}

/** Sends an attempt as a visitor and gives the whole answer. */
export function send({ input }: Pick<Attempt, "input">): Promise<Answer> {
  return ask({ query: bookQuery, variables: { input } });
}

/** Sends an attempt that must succeed. */
export async function book({ input }: Pick<Attempt, "input">): Promise<Booked> {
  const { bookMeeting } = await demand({ query: bookQuery, variables: { input } });
  return { ...bookMeeting.booking, manageToken: bookMeeting.manageToken };
}

const bookQuery = `mutation ($input: BookMeetingInput!) {
  bookMeeting(input: $input) { booking { id startAt } manageToken } }`;
