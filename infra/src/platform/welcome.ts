import { demand } from "../seed/graph.ts";
import type { Demo } from "../seed/demo.ts";
import { httpUrl, publicUrl, type Settings } from "./settings.ts";

/** What the terminal shows when everything runs: where to look, and three commands to paste. */
export async function welcome({ ports }: Settings, demo: Demo | null): Promise<string> {
  const graphql = `${publicUrl(ports)}/graphql`;
  const addresses = [
    "",
    "Tidbok runs. Ctrl-C stops it.",
    "",
    `  Host       ${publicUrl(ports)}/app`,
    `  GraphiQL   ${publicUrl(ports)}/graphiql`,
    `  GraphQL    ${graphql}`,
    `  Mailbox    ${httpUrl(ports.mailbox)}`,
  ];
  if (!demo) return [...addresses, ""].join("\n");
  const bookingPage = `/@${demo.organization.slug}/${demo.meetingType.slug}`;
  addresses.splice(3, 0, `  Book       ${publicUrl(ports)}${bookingPage}`);
  const startAt = await firstSlot(graphql, demo);
  return [
    ...addresses,
    `  Demo       organization ${demo.organization.id} (${demo.organization.slug}), meeting type ${demo.meetingType.id} (${demo.meetingType.slug})`,
    ...demo.logins.map(({ role, email, password }) => `  ${role.padEnd(10)} ${email}  ${password}`),
    "",
    "List the times that can be booked:",
    "",
    curl(graphql, slotsQuery(demo)),
    "",
    ...(startAt ? ["Book one:", "", curl(graphql, bookingMutation(demo, startAt)), ""] : []),
    "Ask for the same booking as its host, as the organization's owner and as a visitor:",
    "",
    `  for who in HOST OWNER VISITOR; do node_modules/.bin/node infra/src/ask-main.ts $who '${bookingsQuery(demo)}'; done`,
    "",
  ].join("\n");
}

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, "2027-02-01".length);

function slotsQuery({ meetingType }: Demo): string {
  return `{ meetingType(id: "${meetingType.id}") { title slots(from: "${inDays(1)}", to: "${inDays(8)}", timeZone: "Europe/Stockholm") { date slots { startAt localStart } } } }`;
}

function bookingMutation({ meetingType }: Demo, startAt: string): string {
  return `mutation { bookMeeting(input: { meetingTypeId: "${meetingType.id}", startAt: "${startAt}", attendee: { name: "Anna Attendee", email: "anna@example.com", timeZone: "Europe/London" }, idempotencyKey: "first-${startAt}" }) { booking { id startAt state } manageUrl } }`;
}

function bookingsQuery({ organization }: Demo): string {
  return `{ organization(slug: "${organization.slug}") { bookings(first: 1) { nodes { id startAt attendees { name email } } } } }`;
}

function curl(url: string, query: string): string {
  const body = JSON.stringify({ query }).replaceAll("'", "'\\''");
  return `  curl -s ${url} -H 'content-type: application/json' -d '${body}'; echo`;
}

async function firstSlot(graphql: string, demo: Demo): Promise<string | undefined> {
  type Found = { meetingType: { slots: { slots: { startAt: string }[] }[] } };
  try {
    const found = await demand<Found>(graphql, { query: slotsQuery(demo) });
    return found.meetingType.slots.flatMap(({ slots }) => slots)[0]?.startAt;
  } catch {
    return undefined;
  }
}
