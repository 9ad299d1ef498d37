import { randomBytes } from "node:crypto";
import { eventually } from "@tidbok/testing";
import { beforeAll, expect, test } from "vitest";
import { demand } from "./support/ask.ts";
import { rowsOf } from "./support/databases.ts";
import { linkIn, mailTo } from "./support/mailbox.ts";
import { offerMeeting, openSlots } from "./support/offers.ts";
import { logIn, newPerson } from "./support/people.ts";

// One person does all of this, and the client sends the same trace with each request.
const traceId = randomBytes(16).toString("hex");
const traceparent = `00-${traceId}-${randomBytes(8).toString("hex")}-01`;
const headers = { traceparent };
const host = newPerson("Tove");
const attendee = newPerson("Tilda");

beforeAll(async () => {
  await signUp();
  const { accountId, token } = await logIn(host);
  const { createOrganization: organization } = await demand({
    query:
      "mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { id } }",
    variables: {
      input: {
        name: "Traces",
        slug: `traces-${traceId.slice(0, 8)}`,
        timeZone: "Europe/Stockholm",
        locale: "en",
      },
    },
    token,
    headers,
  });
  const meetingType = await offerMeeting({ ...host, accountId, token }, organization.id);
  const [startAt] = await openSlots(meetingType.id);
  const { name, email } = attendee;
  await demand({
    query: "mutation ($input: BookMeetingInput!) { bookMeeting(input: $input) { booking { id } } }",
    variables: {
      input: {
        meetingTypeId: meetingType.id,
        startAt,
        attendee: { name, email, timeZone: "Europe/Stockholm", locale: "en" },
        answers: [],
        idempotencyKey: traceId,
      },
    },
    headers,
  });
});

async function signUp(): Promise<void> {
  const { policy } = await demand({ query: "{ policy { version } }" });
  await demand({
    query: "mutation ($input: SignUpInput!) { signUp(input: $input) { nextStep } }",
    variables: {
      input: {
        ...host,
        timeZone: "Europe/Stockholm",
        locale: "en",
        isSixteenOrOlder: true,
        acceptedPolicyVersion: policy.version,
      },
    },
    headers,
  });
  await demand({
    query: "mutation ($input: VerifyEmailInput!) { verifyEmail(input: $input) { account { id } } }",
    variables: { input: { token: linkIn(await mailTo(host.email, /confirm/i), "verify") } },
    headers,
  });
}

/** The kinds of a service's rows that belong to the trace, each once. */
async function tracedIn(service: string, { table, kind }: { table: string; kind: string }) {
  const rows = await rowsOf<{ kind: string }>(
    `tidbok_${service}`,
    `SELECT DISTINCT ${kind}::text AS kind FROM ${table} WHERE traceparent LIKE '00-${traceId}-%' ORDER BY 1`,
  );
  return rows.map((row) => row.kind);
}

const told = (service: string) => tracedIn(service, { table: "outbox", kind: "type" });

test("the events of the requests belong to their trace", async () => {
  expect(await told("identity")).toEqual(
    expect.arrayContaining([
      "identity.account.registered",
      "identity.email-verification.requested",
      "identity.member.joined",
      "identity.organization.created",
    ]),
  );
  expect(await told("scheduling")).toEqual(["scheduling.booking.made"]);
});

test("an event that a reaction tells belongs to the trace of the event before it", async () => {
  await eventually(async () => (await told("billing")).includes("billing.entitlements.changed"));
});

test("the mails that the requests caused belong to the trace, and so does the news that they are sent", async () => {
  await mailTo(attendee.email, /^Booked/);
  await mailTo(host.email, /^Booked/);
  const mails = await tracedIn("integrations", { table: "delivery", kind: "kind" });
  expect(mails).toEqual(expect.arrayContaining(["BOOKING_MADE", "EMAIL_VERIFICATION"]));
  await eventually(async () => (await told("integrations")).includes("integrations.delivery.sent"));
});
