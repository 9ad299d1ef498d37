import { join } from "node:path";
import { eventually } from "@tidbok/testing";
import { beforeAll, expect, test } from "vitest";
import { demand, post } from "./support/ask.ts";
import { attemptAt, book, openStage, type Booked, type Stage } from "./support/bookings.ts";
import { databases, rowsOf } from "./support/databases.ts";
import { linkIn, mailTo } from "./support/mailbox.ts";
import { invite, register, type Person } from "./support/people.ts";
import { stateFolder } from "./support/running-platform.ts";
import { findIn, findInDatabases, findInFolder, type Secrets } from "./support/search.ts";

let stage: Stage;
let booked: Booked;
let secrets: Secrets;

// A journey in which everything that people type can be recognised wherever it comes to lie.
beforeAll(async () => {
  stage = await openStage("Sigbritt", {
    questions: [{ kind: "TEXT", label: "What about?", isRequired: false }],
  });
  const colleague = await register("Kollega");
  const { host, organization } = stage;
  await invite({ by: host, organizationId: organization.id, role: "MEMBER" }, colleague);
  const answer = "Trouble with the lindworm of Österåker";
  const reason = "The lindworm has eaten my calendar";
  const phone = "+46701740605";
  const { attendee, input } = attemptAt(stage, stage.slots[3] ?? "");
  booked = await book({
    input: {
      ...input,
      attendee: { ...(input["attendee"] as object), phone },
      answers: [{ questionId: stage.meetingType.questions[0]?.id, text: answer }],
    },
  });
  const mail = await mailTo(attendee.email, /^Booked/);
  await demand({
    query: "mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { state } }",
    variables: { input: { bookingId: booked.id, reason } },
    token: booked.manageToken,
  });
  await mailTo(attendee.email, /^Cancelled/);
  await mailTo(host.email, /^Cancelled/);
  const verification = await mailTo(host.email, /confirm/i);
  const invitation = await mailTo(colleague.email, /invit/i);
  const credentials = await credentialsOf(host);
  secrets = {
    "the host's name": host.name,
    "the host's address": host.email,
    "the host's password": host.password,
    "the host's access token": host.token,
    "the colleague's name": colleague.name,
    "the colleague's address": colleague.email,
    "the attendee's name": attendee.name,
    "the attendee's address": attendee.email,
    "the attendee's number": phone,
    "the attendee's answer": answer,
    "the reason": reason,
    "the manage token": booked.manageToken,
    "the mailed link": linkIn(mail, "manage"),
    "the mailed proof of an address": linkIn(verification, "verify"),
    "the mailed invitation": linkIn(invitation, "invitation"),
    ...credentials,
  };
});

async function credentialsOf({ email, password }: Person): Promise<Secrets> {
  const query = `mutation ($input: LogInInput!) {
    logIn(input: $input) { tokens { accessToken refreshToken } } }`;
  const input = { email, password };
  const { logIn } = await demand({ query, variables: { input: { ...input, delivery: "TOKENS" } } });
  const byCookie = await post({ query, variables: { input: { ...input, delivery: "COOKIE" } } });
  const cookie = byCookie.headers.get("set-cookie")?.split(/[=;]/)[1] ?? "";
  await demand({ query: "{ me { id } }", headers: { cookie: `__Host-tidbok-session=${cookie}` } });
  await demand({ query: "{ me { id } }", token: logIn.tokens.accessToken });
  return {
    "the access token": logIn.tokens.accessToken,
    "the refresh token": logIn.tokens.refreshToken,
    "the session's cookie": cookie,
  };
}

test("the search finds what is there: plain, in bytes, encoded", async () => {
  const text = ["x", secrets["the reason"], "y"].join("\0");
  for (const form of ["utf8", "hex", "base64"] as const) {
    const hidden = form === "base64" ? Buffer.from(secrets["the reason"] ?? "") : Buffer.from(text);
    expect(findIn(hidden.toString(form), secrets)).toEqual(["the reason"]);
  }
  const { slug } = stage.organization;
  expect((await findInDatabases({ slug })).join()).toContain("tidbok_identity public.organization");
  expect(await findInFolder(join(stateFolder(), "mail"), secrets)).not.toEqual([]);
});

test("a dump of the ten databases has nothing of them in clear", async () => {
  expect(databases).toHaveLength(10);
  expect(Object.values(secrets).every((secret) => secret.length >= 8)).toBe(true);
  expect(await findInDatabases(secrets)).toEqual([]);
});

test("neither have the streams, nor any log", async () => {
  expect(await findInFolder(join(stateFolder(), "nats"), secrets)).toEqual([]);
  expect(await findInFolder(join(stateFolder(), "logs"), secrets)).toEqual([]);
});

test("no log has the address of anybody, or a token", async () => {
  const marks = {
    address: "@people.example",
    manage: "eyJhbGciOiJFZERTQSI",
    access: "eyJhbGciOiJFUzI1NiI",
  };
  expect(await findInFolder(join(stateFolder(), "logs"), marks)).toEqual([]);
});

test("events are ids and facts: their subjects and contents are words of a closed set", async () => {
  const rows = await eventually(async () => {
    const all = await Promise.all(
      databases
        .filter((name) => !name.endsWith("_keys"))
        .map((name) =>
          rowsOf<{ type: string; data: object }>(name, "SELECT type, data FROM outbox"),
        ),
    );
    return all.flat();
  });
  expect(rows.length).toBeGreaterThan(5);
  for (const { type, data } of rows) {
    expect(type).toMatch(/^[a-z]+\.[a-z-]+\.[a-z-]+$/);
    for (const word of wordsIn(data)) expect(word).toMatch(/^[\w.:-]{1,64}$/);
  }
});

function wordsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}
