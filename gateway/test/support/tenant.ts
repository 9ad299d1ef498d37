import { randomUUID } from "node:crypto";
import { newId } from "@tidbok/domain";
import { createSoftAuthenticator } from "@tidbok/testing";
import { demand } from "./ask.ts";
import { attemptAt, book, openStage, type Stage } from "./bookings.ts";
import { rowsOf } from "./databases.ts";
import { invite, register, newPerson, type Person } from "./people.ts";
import { runningPlatform } from "./running-platform.ts";

/** What an id may name. */
export const idKinds = [
  "organization",
  "account",
  "session",
  "passkey",
  "token",
  "providerLink",
  "supportAccess",
  "invitation",
  "emailVerification",
  "schedule",
  "meetingType",
  "bookingLink",
  "routingForm",
  "question",
  "hold",
  "booking",
  "occurrence",
  "app",
  "absence",
  "blockedTime",
  "note",
  "proposal",
  "guest",
  "attendee",
  "calendarFeed",
] as const;

/** One of them. */
export type IdKind = (typeof idKinds)[number];

/** One id of each kind. */
export type Ids = Readonly<Record<IdKind, string>>;

/** An organization with one of everything, its owner, a member, and an attendee. */
export type Tenant = {
  readonly owner: Person;
  readonly member: Person;
  readonly manageToken: string;
  readonly stage: Stage;
  readonly ids: Ids;
};

/** Makes a tenant for one test alone. */
export async function openTenant(name: string): Promise<Tenant> {
  const stage = await openStage(name);
  const { host: owner, organization, meetingType, slots } = stage;
  const member = await register(`${name}s`);
  await invite({ by: owner, organizationId: organization.id, role: "MEMBER" }, member);
  const booked = await book(attemptAt(stage, slots[0] ?? ""));
  const {
    holdSlot,
    inviteMember,
    registerApp,
    createAbsence,
    blockTime,
    addBookingNote,
    proposeTimes,
    addGuests,
    createCalendarFeed,
  } = await demand({
    query: `mutation ($hold: HoldSlotInput!, $invite: InviteMemberInput!, $app: RegisterAppInput!, $absence: CreateAbsenceInput!, $blocked: BlockTimeInput!, $note: AddBookingNoteInput!, $times: ProposeTimesInput!, $guests: AddGuestsInput!) {
      holdSlot(input: $hold) { id } inviteMember(input: $invite) { id } registerApp(input: $app) { app { id } }
      createAbsence(input: $absence) { id } blockTime(input: $blocked) { id }
      createCalendarFeed(input: { name: "Phone" }) { feed { id } }
      addBookingNote(input: $note) { id attendeeId }
      proposeTimes(input: $times) { proposal { id } } addGuests(input: $guests) { guests { id } } }`,
    variables: {
      hold: { meetingTypeId: meetingType.id, startAt: slots[1] },
      invite: { organizationId: organization.id, email: newPerson("Ida").email, role: "MEMBER" },
      absence: {
        organizationId: organization.id,
        startsOn: "2027-02-01",
        endsOn: "2027-02-02",
      },
      blocked: {
        organizationId: organization.id,
        startAt: "2027-03-01T09:00:00Z",
        endAt: "2027-03-01T10:00:00Z",
        idempotencyKey: randomUUID(),
      },
      guests: { bookingId: booked.id, guests: [{ email: newPerson("Gil").email }] },
      times: { bookingId: booked.id, startsAt: [slots[2]] },
      note: { bookingId: booked.id, text: "Prefers tea", idempotencyKey: randomUUID() },
      app: {
        organizationId: organization.id,
        name: "App",
        legalName: "App AB",
        purpose: "PROVIDE_INTEGRATE",
        isConfidential: true,
        redirectUris: ["https://app.example/back"],
        scopes: [{ scope: "hosts.name:read", why: "To greet." }],
      },
    },
    token: owner.token,
  });
  const { sessions } = await demand({
    query: "{ sessions { nodes { id } } }",
    token: owner.token,
  });
  const [mail] = await rowsOf<{ id: string }>(
    "tidbok_identity",
    `SELECT id::text FROM email_verification WHERE account_id = '${owner.accountId}'`,
  );
  const [offered] = await rowsOf<{ id: string }>(
    "tidbok_scheduling",
    `SELECT schedule_id::text AS id FROM meeting_type_host WHERE meeting_type_id = '${meetingType.id}'`,
  );
  return {
    owner,
    member,
    manageToken: booked.manageToken,
    stage,
    ids: {
      organization: organization.id,
      account: owner.accountId,
      session: sessions.nodes[0].id,
      passkey: await addPasskey(owner.token),
      token: await addToken(owner.token),
      providerLink: await linkProvider(owner.accountId),
      supportAccess: await openSupportAccess(owner.accountId),
      invitation: inviteMember.id,
      emailVerification: mail?.id ?? "",
      schedule: offered?.id ?? "",
      meetingType: meetingType.id,
      bookingLink: await linkTo(meetingType.id, owner),
      routingForm: await formOf(organization.id, { meetingType, owner }),
      question: meetingType.questions[0]?.id ?? "",
      hold: holdSlot.id,
      booking: booked.id,
      occurrence: await occurrenceOf(booked.id, owner),
      app: registerApp.app.id,
      absence: createAbsence.id,
      blockedTime: blockTime.id,
      note: addBookingNote.id,
      proposal: proposeTimes.proposal.id,
      guest: addGuests.guests[0].id,
      attendee: addBookingNote.attendeeId,
      calendarFeed: createCalendarFeed.feed.id,
    },
  };
}

async function occurrenceOf(id: string, { token }: Person): Promise<string> {
  const query = "query ($id: ID!) { booking(id: $id) { occurrence { id } } }";
  const { booking } = await demand({ query, variables: { id }, token });
  return booking.occurrence.id as string;
}

async function linkTo(meetingTypeId: string, { token }: Person): Promise<string> {
  const { createBookingLink } = await demand({
    query: `mutation ($input: CreateBookingLinkInput!) {
      createBookingLink(input: $input) { bookingLink { id } } }`,
    variables: { input: { meetingTypeId, idempotencyKey: randomUUID() } },
    token,
  });
  return createBookingLink.bookingLink.id;
}

/** As an agent would do it in a browser. */
async function openSupportAccess(accountId: string): Promise<string> {
  const [access] = await rowsOf<{ id: string }>(
    "tidbok_identity",
    `WITH agent AS (
       INSERT INTO account (id, name, is_staff, created_at, verified_at)
       VALUES (gen_random_uuid(), '', true, now(), now()) RETURNING id)
     INSERT INTO support_access (id, staff_id, account_id, reason, ticket, opened_at, expires_at)
     SELECT gen_random_uuid(), id, '${accountId}', 'RIGHTS_REQUEST', 'T-1', now(), now() + interval '1 hour'
     FROM agent RETURNING id::text`,
  );
  return access?.id ?? "";
}

async function addPasskey(token: string): Promise<string> {
  const { origin } = new URL(runningPlatform().graphql);
  const { beginPasskeyRegistration: asked } = await demand({
    query: "mutation { beginPasskeyRegistration { challenge userHandle } }",
    token,
  });
  const { registerPasskey: passkey } = await demand({
    query: "mutation ($input: RegisterPasskeyInput!) { registerPasskey(input: $input) { id } }",
    variables: { input: { name: "Laptop", ...createSoftAuthenticator(origin).make(asked) } },
    token,
  });
  return passkey.id as string;
}

async function addToken(token: string): Promise<string> {
  const { createPersonalToken } = await demand({
    query: `mutation ($input: CreatePersonalTokenInput!) { createPersonalToken(input: $input) { personalToken { id } } }`,
    variables: { input: { name: "Script", scopes: ["hosts.name:read"], lifetimeDays: 1 } },
    token,
  });
  return createPersonalToken.personalToken.id as string;
}

// As if the person had come back from the provider, which does not run in tests about ids.
async function linkProvider(accountId: string): Promise<string> {
  const id = newId();
  await rowsOf(
    "tidbok_identity",
    `INSERT INTO provider_link (id, account_id, provider, subject_index, created_at)
     VALUES ('${id}', '${accountId}', 'other', sha256('${id}'), now())`,
  );
  return id;
}

async function formOf(
  organizationId: string,
  { meetingType, owner }: { readonly meetingType: { readonly id: string }; readonly owner: Person },
): Promise<string> {
  const condition = { questionKey: "size", operator: "EQUALS", texts: ["small"] };
  const { createRoutingForm } = await demand({
    query: `mutation ($input: CreateRoutingFormInput!) { createRoutingForm(input: $input) { id } }`,
    variables: {
      input: {
        organizationId,
        title: "Whom to meet?",
        idempotencyKey: randomUUID(),
        questions: [{ key: "size", kind: "TEXT", label: "What size?" }],
        rules: [{ conditions: [condition], target: { meetingTypeId: meetingType.id } }],
      },
    },
    token: owner.token,
  });
  return createRoutingForm.id;
}
