import { randomBytes } from "node:crypto";
import type { Demo, Login } from "./demo.ts";
import { askGraph, demand, logIn } from "./graph.ts";
import { mailedToken } from "./mailed-token.ts";
import { newLogin, register, type Addresses } from "./people.ts";

/** Makes the demo organization through the public graph, as its people would: nothing is written past the rules. */
export async function seedDemo(addresses: Addresses): Promise<Demo> {
  const owner = newLogin("OWNER", "Olga Owner");
  const host = newLogin("HOST", "Hugo Host");
  await register(addresses, owner);
  await register(addresses, host);

  const ownerToken = await logIn(addresses.graphql, owner);
  const organization = await createOrganization(addresses.graphql, ownerToken);
  await join(addresses, { host, ownerToken, organizationId: organization.id });
  // A session knows the memberships that it began with: the host logs in as a member.
  const hostToken = await logIn(addresses.graphql, host);
  const meetingType = await createMeetingType(addresses.graphql, {
    token: hostToken,
    organizationId: organization.id,
  });
  return { organization, meetingType, logins: [owner, host] };
}

/** Whether what was recorded is there: the data may have been deleted and the record not. */
export async function isThere(graphql: string, demo: Demo): Promise<boolean> {
  type Found = { organization: { id: string; meetingType: { id: string } | null } | null };
  const { organization } = await demand<Found>(graphql, {
    query: `query Demo($slug: String!, $meeting: String!) {
      organization(slug: $slug) { id meetingType(slug: $meeting) { id } } }`,
    variables: { slug: demo.organization.slug, meeting: demo.meetingType.slug },
  });
  return organization?.meetingType?.id === demo.meetingType.id;
}

async function createOrganization(url: string, token: string): Promise<Demo["organization"]> {
  const make = (slug: string) =>
    askGraph(url, {
      token,
      query: `mutation Organization($input: CreateOrganizationInput!) {
        createOrganization(input: $input) { id slug } }`,
      variables: { input: { name: "Demo", slug, timeZone: "Europe/Stockholm", locale: "en" } },
    });
  const first = await make("demo");
  // A seeding that was interrupted has left an organization with passwords that are not recorded.
  const isTaken = first.errors?.some(({ extensions }) => extensions?.code === "SLUG_TAKEN");
  const { data, errors } = isTaken ? await make(`demo-${randomBytes(3).toString("hex")}`) : first;
  if (errors?.length || !data) throw new Error(JSON.stringify(errors ?? "no data"));
  return data["createOrganization"] as Demo["organization"];
}

type Joining = {
  readonly host: Login;
  readonly ownerToken: string;
  readonly organizationId: string;
};

async function join(addresses: Addresses, { host, ownerToken, organizationId }: Joining) {
  await demand(addresses.graphql, {
    token: ownerToken,
    query: "mutation Invite($input: InviteMemberInput!) { inviteMember(input: $input) { id } }",
    variables: { input: { organizationId, email: host.email, role: "MEMBER" } },
  });
  const token = await mailedToken(addresses.mailbox, { to: host.email, path: "invitation" });
  await demand(addresses.graphql, {
    token: await logIn(addresses.graphql, host),
    query:
      "mutation Join($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { role } }",
    variables: { input: { token } },
  });
}

async function createMeetingType(
  url: string,
  { token, organizationId }: { readonly token: string; readonly organizationId: string },
): Promise<Demo["meetingType"]> {
  const workdays = { days: [1, 2, 3, 4, 5], start: "09:00", end: "17:00" };
  type Made = { createSchedule: { id: string } };
  const { createSchedule } = await demand<Made>(url, {
    token,
    query: "mutation Hours($input: CreateScheduleInput!) { createSchedule(input: $input) { id } }",
    variables: {
      input: {
        organizationId,
        name: "Working hours",
        timeZone: "Europe/Stockholm",
        weekly: [workdays],
      },
    },
  });
  type Offered = { createMeetingType: Demo["meetingType"] };
  const offered = await demand<Offered>(url, {
    token,
    query: `mutation Offer($input: CreateMeetingTypeInput!) {
      createMeetingType(input: $input) { id slug } }`,
    variables: {
      input: {
        organizationId,
        slug: "intro",
        title: "Introduction",
        description: "Half an hour to get to know each other.",
        durationsMinutes: [30],
        bufferAfterMinutes: 10,
        scheduleId: createSchedule.id,
      },
    },
  });
  return offered.createMeetingType;
}
