import { anonymous } from "@tidbok/domain";
import { eventually, startTcpProxy, type TcpProxy } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bookingInput, bookQuery, offerMeeting, slotsQuery } from "./support/operations.ts";
import { expectSound } from "./support/sound.ts";
import { codeOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let direct: Scheduling;
let scheduling: Scheduling;
let proxy: TcpProxy;
beforeAll(async () => {
  direct = await startScheduling();
  const { database, config } = direct;
  proxy = await startTcpProxy(Number(new URL(config.databaseUrl).port));
  const urls = {
    databaseUrl: proxy.through(config.databaseUrl),
    keysDatabaseUrl: proxy.through(config.keysDatabaseUrl),
  };
  scheduling = await startScheduling({ database, config: { ...config, ...urls } });
});
afterAll(async () => {
  await scheduling.stop();
  await proxy.close();
  await direct.stop();
});

const health = async (kind: "live" | "ready") => {
  const { statusCode, body } = await scheduling.service.app.inject(`/health/${kind}`);
  return [statusCode, (JSON.parse(body) as { failed?: unknown }).failed];
};

test("while Postgres is reachable but silent every request and every probe is answered; when it speaks again all is well", async () => {
  const { meetingTypeId } = await offerMeeting(direct);
  const days = { from: "2027-02-02", to: "2027-02-02", timeZone: "Europe/Stockholm" };
  const look = () =>
    scheduling.ask(anonymous, { query: slotsQuery, variables: { id: meetingTypeId, ...days } });
  const inputs = Array.from({ length: 8 }, (_, i) => {
    const start = Date.UTC(2027, 1, 2, 8, i * 30);
    return bookingInput({ meetingTypeId, startAt: new Date(start).toISOString() });
  });
  const book = (input: object) =>
    scheduling.ask(anonymous, { query: bookQuery, variables: { input } });
  // Connections of both databases that have worked, as a service has them.
  expect((await Promise.all(inputs.slice(0, 4).map(book))).map(codeOf)).toEqual(
    Array(4).fill(null),
  );

  proxy.fallSilent();
  const waiting = Promise.all([...Array.from({ length: 4 }, look), ...inputs.map(book)]);
  expect(await health("live")).toEqual([200, undefined]);
  expect(await health("ready")).toEqual([503, ["database", "keys", "migrations"]]);
  expect((await waiting).map(codeOf)).toEqual(Array(12).fill("SERVICE_UNAVAILABLE"));
  expect(await health("live")).toEqual([200, undefined]);

  proxy.comeBack();
  await eventually(async () => (await health("ready"))[0] === 200, { withinMs: 5_000 });
  const answers = await Promise.all([look(), ...inputs.map(book)]);
  expect(answers.map(codeOf)).toEqual(Array(9).fill(null));
  await expectSound(direct);
});
