import { eventually } from "@tidbok/testing";
import { beforeAll, expect, test } from "vitest";
import { ask, type Answer } from "./support/ask.ts";
import {
  attemptAt,
  book,
  openStage,
  send,
  type Attempt,
  type Booked,
  type Stage,
} from "./support/bookings.ts";
import { rowsOf } from "./support/databases.ts";
import { deliveriesOf, leasesRunOut } from "./support/deliveries.ts";
import { mailsTo } from "./support/mailbox.ts";
import { isBack, kill, ownParts } from "./support/processes.ts";

let stage: Stage;
let next = 0;
const made: { attempt: Attempt; booked: Booked }[] = [];

beforeAll(async () => {
  stage = await openStage("Hedda");
});

test.each(ownParts)(
  "%s is killed while people book: it comes back by itself, and what was answered holds",
  async (part) => {
    const attempts = stage.slots.slice(next, (next += 3)).map((slot) => attemptAt(stage, slot));
    const sent = attempts.map((attempt) => send(attempt).catch(() => null));
    const first = await Promise.race(sent);
    const former = kill(part);
    if (part === "integrations") await leasesRunOut();
    const meanwhile = await askEveryPart();
    const answers = await Promise.all(sent);
    await isBack(part, former);

    expect(first?.errors).toBeUndefined();
    for (const { message, extensions } of [
      ...meanwhile,
      ...answers.flatMap((answer) => answer?.errors ?? []),
    ]) {
      expect(extensions.code, message).toBe("SERVICE_UNAVAILABLE");
      expect(message).not.toMatch(new RegExp(`${part}|127\\.|ECONN|fetch`));
    }
    for (const [index, attempt] of attempts.entries()) {
      const booked = await book(attempt);
      const before = answers[index]?.data?.bookMeeting?.booking;
      if (before) expect(booked.id).toBe(before.id);
      made.push({ attempt, booked });
    }
  },
);

// Of all five services something; what the one that is gone cannot answer is said in plain words.
async function askEveryPart(): Promise<NonNullable<Answer["errors"]>> {
  const { slug } = stage.organization;
  const answer = await ask({
    query: `{ me { id policyAcceptances { version } } organization(slug: "${slug}") {
      name subscription { plan } deliveries(first: 1) { nodes { id } } bookings(first: 1) { nodes { id } } } }`,
    token: stage.host.token,
    // The gateway itself is one of those that are killed.
  }).catch(() => null);
  return answer?.errors ?? [];
}

test("after all that, each booking was told to each of its two people once", async () => {
  for (const { attempt, booked } of made) {
    await eventually(
      async () => {
        const deliveries = await deliveriesOf(stage.host, booked.id);
        expect(deliveries.map(({ state }) => state)).toEqual(["SENT", "SENT"]);
        return true;
      },
      { withinMs: 50_000, everyMs: 250 },
    );
    // A sender that dies between the last byte and the server's receipt cannot know; the id tells
    // ([decision 14](../../docs/decisions/0014-a-mail-goes-once-or-in-doubt-again.md)).
    const mails = await mailsTo(attempt.attendee.email);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
  }
  const toHost = await mailsTo(stage.host.email);
  const ids = new Set(
    toHost.filter(({ subject }) => subject?.startsWith("Booked")).map(({ messageId }) => messageId),
  );
  expect(ids.size).toBe(made.length);
});

test("no event waits, is lost or is buried", async () => {
  const ids = made.map(({ booked }) => `'${booked.id}'`).join();
  const told = await rowsOf<{ id: string }>(
    "tidbok_scheduling",
    `SELECT id FROM outbox WHERE type = 'scheduling.booking.made' AND published_at IS NOT NULL
       AND aggregate_id IN (${ids})`,
  );
  expect(told).toHaveLength(made.length);
  const heard = await rowsOf(
    "tidbok_integrations",
    `SELECT event_id FROM inbox WHERE event_id IN (${told.map(({ id }) => `'${id}'`).join()})`,
  );
  expect(heard).toHaveLength(made.length);
  for (const service of ["identity", "scheduling", "billing", "integrations", "privacy"]) {
    const buried = await rowsOf(`tidbok_${service}`, "SELECT type, error_code FROM dead_letter");
    expect(buried).toEqual([]);
  }
});
