import { randomUUID } from "node:crypto";
import { demand } from "./ask.ts";
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
    ...(await listedIds(tenant)),
    Series: await seriesOf(tenant),
  };
}

async function listedIds({ owner, ids }: Tenant) {
  const { organizationById: found } = await demand({
    query: `query ($id: ID!) { organizationById(id: $id) {
      changes { nodes { id } } deliveries { nodes { id } } } }`,
    variables: { id: ids.organization },
    token: owner.token,
  });
  return {
    OrganizationChange: found.changes.nodes[0].id as string,
    Delivery: found.deliveries.nodes[0].id as string,
  };
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
