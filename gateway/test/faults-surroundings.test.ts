import { eventually } from "@tidbok/testing";
import { beforeAll, expect, test } from "vitest";
import { ask } from "./support/ask.ts";
import { attemptAt, book, openStage, send, type Stage } from "./support/bookings.ts";
import { rowsOf } from "./support/databases.ts";
import { deliveriesOf } from "./support/deliveries.ts";
import { mailsTo, mailTo } from "./support/mailbox.ts";
import { logIn } from "./support/people.ts";
import { isBack, kill, whileDown, whileFrozen } from "./support/processes.ts";

let stage: Stage;
let next = 0;
const slot = () => stage.slots[next++] ?? "";

// Generous: it says "not after a time-out", on a machine with other work to do.
const normalTime = 4_000;

beforeAll(async () => {
  stage = await openStage("Hilma");
});

test.each([
  ["is down", whileDown],
  ["does not answer", whileFrozen],
] as const)(
  "while NATS %s a meeting is booked in normal time; its mail follows once, when NATS is back",
  async (_, away) => {
    const attempt = attemptAt(stage, slot());
    const booked = await away("nats", async () => {
      const began = performance.now();
      const made = await book(attempt);
      expect(performance.now() - began).toBeLessThan(normalTime);
      expect(await book(attempt)).toEqual(made);
      expect(await mailsTo(attempt.attendee.email)).toEqual([]);
      return made;
    });
    await allSent(booked.id);
    expect(await mailsTo(attempt.attendee.email)).toHaveLength(1);
  },
);

test("a mail server that is away: the host sees the attempts and why; the mail goes once when it is back", async () => {
  const attempt = attemptAt(stage, slot());
  const booked = await whileDown("mail", async () => {
    const made = await book(attempt);
    const waiting = await eventually(
      async () => {
        const all = await deliveriesOf(stage.host, made.id);
        return all.length === 2 && all.every(({ attempts }) => attempts >= 2) && all;
      },
      { withinMs: 30_000, everyMs: 100 },
    );
    for (const delivery of waiting) {
      expect(["PENDING", "SENDING"]).toContain(delivery.state);
      expect(delivery.lastErrorCode).toBe("MAIL_SERVER_UNREACHABLE");
    }
    return made;
  });
  const sent = await allSent(booked.id);
  expect(sent.every(({ attempts, lastErrorCode }) => attempts >= 3 && lastErrorCode === null)).toBe(
    true,
  );
  expect(await mailsTo(attempt.attendee.email)).toHaveLength(1);
});

test("Postgres dies: requests get a plain code meanwhile, and then everything works again", async () => {
  const before = attemptAt(stage, slot());
  const booked = await book(before);
  const { token } = await logIn(stage.host);
  const former = kill("postgres");
  const asHost = await ask({ query: "{ me { id } }", token });
  for (const error of asHost.errors ?? []) {
    expect(error.extensions.code).toBe("SERVICE_UNAVAILABLE");
  }
  const during = attemptAt(stage, slot());
  const { data, errors } = await send(during);
  if (errors) expect(errors[0]?.extensions.code).toBe("SERVICE_UNAVAILABLE");
  else expect(data.bookMeeting.booking.id).toBeTruthy();
  await isBack("postgres", former);

  const again = await eventually(async () => book(before).catch(() => null), {
    withinMs: 60_000,
    everyMs: 250,
  });
  expect(again).toEqual(booked);
  const later = await eventually(async () => book(during).catch(() => null), { withinMs: 30_000 });
  await Promise.all([allSent(booked.id), allSent(later.id)]);
  for (const { attendee } of [before, during]) {
    await mailTo(attendee.email, /^Booked/);
    const ids = (await mailsTo(attendee.email)).map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(1);
  }
}, 300_000);

test("after all that no event waits or is buried", async () => {
  await eventually(
    async () => {
      const waiting = await rowsOf(
        "tidbok_scheduling",
        "SELECT id FROM outbox WHERE published_at IS NULL",
      );
      expect(waiting).toEqual([]);
      return true;
    },
    { withinMs: 30_000 },
  );
  expect(await rowsOf("tidbok_integrations", "SELECT error_code FROM dead_letter")).toEqual([]);
});

function allSent(bookingId: string) {
  return eventually(
    async () => {
      const deliveries = await deliveriesOf(stage.host, bookingId);
      expect(deliveries.map(({ state }) => state)).toEqual(["SENT", "SENT"]);
      return deliveries;
    },
    // A mail that the server took while the outcome could not be saved waits for the end of its lease of 40 s.
    { withinMs: 150_000, everyMs: 200 },
  );
}
