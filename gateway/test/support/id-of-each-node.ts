import { randomUUID } from "node:crypto";
import { letIn, registerApp } from "./apps.ts";
import { demand } from "./ask.ts";
import { rowsOf } from "./databases.ts";
import { offerMeeting, openSlots } from "./offers.ts";
import type { Tenant } from "./tenant.ts";

/** The id of one object of each type that is a Node; the owner of the tenant may find all of them. */
export async function idOfEachNode(tenant: Tenant): Promise<Readonly<Record<string, string>>> {
  const { ids } = tenant;
  return {
    Absence: ids.absence,
    Account: ids.account,
    App: ids.app,
    Attendee: ids.attendee,
    BlockedTime: ids.blockedTime,
    Booking: ids.booking,
    BookingLink: ids.bookingLink,
    BookingNote: ids.note,
    CalendarFeed: ids.calendarFeed,
    Guest: ids.guest,
    Hold: ids.hold,
    Invitation: ids.invitation,
    MeetingType: ids.meetingType,
    Occurrence: ids.occurrence,
    Organization: ids.organization,
    Passkey: ids.passkey,
    PersonalToken: ids.token,
    Proposal: ids.proposal,
    ProviderLink: ids.providerLink,
    Question: ids.question,
    RoutingForm: ids.routingForm,
    Schedule: ids.schedule,
    Session: ids.session,
    SupportAccess: ids.supportAccess,
    ...(await idsOfAppAccess(tenant)),
    ...(await listedIds(tenant)),
    Authenticator: await confirmAuthenticator(tenant),
    LogInMethods: ids.account,
    PlanSubscription: ids.organization,
    Retention: ids.organization,
    Series: await seriesOf(tenant),
  };
}

async function listedIds({ owner, ids }: Tenant) {
  const { me, organizationById: found } = await demand({
    query: `query ($id: ID!) { me { policyAcceptances { id policy { id } } } organizationById(id: $id) {
      members { nodes { id accountId } } changes { nodes { id } } deliveries { nodes { id } } } }`,
    variables: { id: ids.organization },
    token: owner.token,
  });
  const [acceptance] = me.policyAcceptances;
  const members: readonly Record<"id" | "accountId", string>[] = found.members.nodes;
  return {
    Membership: members.find(({ accountId }) => accountId === owner.accountId)?.id ?? "",
    Policy: acceptance.policy.id as string,
    PolicyAcceptance: acceptance.id as string,
    OrganizationChange: found.changes.nodes[0].id as string,
    Delivery: found.deliveries.nodes[0].id as string,
  };
}

async function idsOfAppAccess({ owner, ids }: Tenant) {
  const scope = "hosts.name:read";
  const app = await registerApp(owner, { organizationId: ids.organization, scopes: [scope] });
  await letIn(app, { person: owner, scope });
  const { appsWithAccess, organizationById } = await demand({
    query: `query ($id: ID!) { appsWithAccess { edges { grant { id } } }
      organizationById(id: $id) { appAccesses { nodes { id } } } }`,
    variables: { id: ids.organization },
    token: owner.token,
  });
  return {
    AppAccess: organizationById.appAccesses.nodes[0].id as string,
    AppGrant: appsWithAccess.edges[0].grant.id as string,
  };
}

// The row is enough: the owner of the tenant does not log in again.
async function confirmAuthenticator({ owner: { accountId } }: Tenant): Promise<string> {
  await rowsOf(
    "tidbok_identity",
    `INSERT INTO authenticator (account_id, secret, created_at, confirmed_at, last_step)
     VALUES ('${accountId}', '', now(), now(), 0)`,
  );
  return accountId;
}

async function seriesOf({ owner, ids }: Tenant): Promise<string> {
  const meetingType = await offerMeeting(owner, ids.organization, { maximumOccurrences: 2 });
  const slots = await openSlots(meetingType.id);
  const { bookSeries } = await demand({
    query: "mutation ($input: BookSeriesInput!) { bookSeries(input: $input) { series { id } } }",
    variables: {
      input: {
        meetingTypeId: meetingType.id,
        startAt: slots[6],
        attendee: { name: "Sixten", email: `${randomUUID()}@people.example`, timeZone: "UTC" },
        recurrence: { frequency: "DAILY", count: 2 },
        idempotencyKey: randomUUID(),
      },
    },
  });
  return bookSeries.series.id as string;
}
