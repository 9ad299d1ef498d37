import { anonymous, newId, type Caller } from "@tidbok/domain";
import type { Answer } from "@tidbok/testing";
import { account, type Scheduling } from "./start-scheduling.ts";

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** An organization with a host who is open 09–17 in Stockholm and offers a half-hour meeting. */
export async function offerMeeting(
  scheduling: Scheduling,
  changes: {
    readonly schedule?: Record<string, unknown>;
    readonly meetingType?: Record<string, unknown>;
  } = {},
) {
  const organizationId = newId();
  const host = account(organizationId, "MEMBER");
  const scheduleId = await createSchedule(scheduling, host, {
    organizationId,
    ...changes.schedule,
  });
  const meetingType = await createMeetingType(scheduling, host, {
    organizationId,
    scheduleId,
    ...changes.meetingType,
  });
  return { organizationId, host, scheduleId, meetingType, meetingTypeId: meetingType.id as string };
}

export async function createSchedule(
  { data }: Scheduling,
  caller: Caller,
  changes: Record<string, unknown>,
): Promise<string> {
  const input = {
    name: "Working hours",
    timeZone: "Europe/Stockholm",
    weekly: [{ days: everyDay, start: "09:00", end: "17:00" }],
    ...changes,
  };
  const query = `mutation ($input: CreateScheduleInput!) { createSchedule(input: $input) { id } }`;
  return (await data(caller, query, { input })).createSchedule.id;
}

export const createMeetingTypeQuery = `mutation ($input: CreateMeetingTypeInput!) {
  createMeetingType(input: $input) { id slug isActive questions { id kind label } }
}`;

export async function createMeetingType(
  { data }: Scheduling,
  caller: Caller,
  changes: Record<string, unknown>,
) {
  const input = {
    slug: `meet-${newId().slice(-12)}`,
    title: "A first talk",
    durationsMinutes: [30],
    noticeMinutes: 0,
    ...changes,
  };
  return (await data(caller, createMeetingTypeQuery, { input })).createMeetingType;
}

export const bookQuery = `mutation ($input: BookMeetingInput!) {
  bookMeeting(input: $input) {
    booking { id state startAt endAt sequence host { id } attendees { id name email } }
    attendee { id name email phone timeZone locale manageUrl answers { question { id } text number consent } }
    manageUrl
    manageToken
  }
}`;

export const ada = { name: "Ada Lovelace", email: "ada@example.org", timeZone: "Europe/London" };

/** What bookMeeting is asked, for Ada unless told otherwise. */
export function bookingInput(changes: Record<string, unknown>) {
  return { attendee: ada, idempotencyKey: newId(), ...changes };
}

export function book(
  { ask }: Scheduling,
  changes: Record<string, unknown>,
  caller: Caller = anonymous,
): Promise<Answer> {
  return ask(caller, { query: bookQuery, variables: { input: bookingInput(changes) } });
}

export const slotsQuery = `query ($id: ID!, $from: Date!, $to: Date!, $timeZone: String!, $durationMinutes: Int) {
  meetingType(id: $id) {
    slots(from: $from, to: $to, timeZone: $timeZone, durationMinutes: $durationMinutes) {
      date slots { startAt endAt localStart localEnd }
    }
  }
}`;

/** The starts of all slots of these dates in Stockholm. */
export async function starts(
  { data }: Scheduling,
  asked: { readonly id: string; readonly from: string; readonly to?: string },
): Promise<readonly string[]> {
  const variables = { to: asked.from, timeZone: "Europe/Stockholm", ...asked };
  const { meetingType } = await data(anonymous, slotsQuery, variables);
  return meetingType.slots.flatMap((day: { slots: { startAt: string }[] }) =>
    day.slots.map(({ startAt }) => startAt),
  );
}

export const bookingQuery = `query ($id: ID!) {
  booking(id: $id) {
    id state startAt endAt sequence createdAt
    host { id } hosts { id } organization { id } meetingType { title } location { kind text }
    attendees { id name email phone timeZone locale manageUrl cancellationReason answers { question { label } text number consent } }
    cancellation { at by }
  }
}`;

export const rescheduleQuery = `mutation ($input: RescheduleBookingInput!) {
  rescheduleBooking(input: $input) { id startAt endAt sequence state }
}`;

export const cancelQuery = `mutation ($input: CancelBookingInput!) {
  cancelBooking(input: $input) { id state sequence cancellation { at by } attendees { id cancellationReason } }
}`;

export const confirmQuery = `mutation ($input: ConfirmBookingInput!) {
  confirmBooking(input: $input) { id state sequence answerBy }
}`;

export const declineQuery = `mutation ($input: DeclineBookingInput!) {
  declineBooking(input: $input) { id state sequence cancellation { at by } attendees { cancellationReason } }
}`;

/** The bearer of an attendee's manage link. */
export function attendeeOf(answer: Answer): Extract<Caller, { kind: "attendee" }> {
  const { attendee, booking } = answer.data.bookMeeting;
  return {
    kind: "attendee",
    attendeeId: attendee.id,
    bookingId: booking.id,
    purpose: "provide.schedule",
  };
}

export function updateMeetingType(
  { ask }: Scheduling,
  caller: Caller,
  input: Record<string, unknown>,
): Promise<Answer> {
  const query = `mutation ($input: UpdateMeetingTypeInput!) {
    updateMeetingType(input: $input) { id slug title isActive noticeMinutes questions { id label } }
  }`;
  return ask(caller, { query, variables: { input } });
}

export const organizationQuery = (field: string) =>
  `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organization { ${field} } } }`;

/** What scheduling adds to an organization, as the gateway asks for it. */
export async function organization(
  { data }: Scheduling,
  caller: Caller,
  asked: { readonly id: string; readonly field: string },
) {
  const of = [{ __typename: "Organization", id: asked.id }];
  return (await data(caller, organizationQuery(asked.field), { of }))._entities[0];
}
