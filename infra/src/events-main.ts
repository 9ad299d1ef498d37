import { parseArgs } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";
import { isId, serviceNames, type ServiceName } from "@tidbok/domain";
import { operateEvents, type DeadLetterFilter, type EventOperations } from "@tidbok/events";
import { ensureSecrets } from "./keys/ensure-secrets.ts";
import { statePlaces } from "./places.ts";
import { readSettings } from "./platform/settings.ts";
import { databaseUrls } from "./postgres/database-names.ts";

// What an operator does with events, in the local platform's databases or, with --service and DATABASE_URL, in another's.
const usage = `pnpm events replay --since 2026-11-30T10:00:00Z    publishes again what was published since
pnpm events dead [list]                            lists dead letters
pnpm events dead show ID                           prints the content of one
pnpm events dead replay ID | --all                 has them tried once more
pnpm events dead discard ID | --all                deletes them
With --service NAME one service alone, with --type TYPE and --code CODE only the dead letters that match.`;

// How long the services may take to try dead letters again before this program ends.
const longestWaitMilliseconds = 30_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    since: { type: "string" },
    service: { type: "string" },
    type: { type: "string" },
    code: { type: "string" },
    all: { type: "boolean" },
  },
});
const [command, verb = "list", id] = positionals;
const filter: DeadLetterFilter = { id, type: values.type, code: values.code };
// Without --all, an id must say which: a typing mistake must not mean all of them.
const isChosen = id === undefined ? values.all === true : isId(id);
const since = Date.parse(values.since ?? "");

if (command === "replay" && !Number.isNaN(since)) {
  await forEach(async (service, events) => {
    const before = await events.countWaiting();
    const count = await events.replay(since);
    const after = await events.countWaiting();
    console.log(
      `${service}: ${count} events are published again; waiting: ${before} before, ${after} now`,
    );
  });
} else if (command === "dead" && verb === "list") await forEach(list);
else if (command === "dead" && verb === "show" && id && isChosen) {
  await forEach(async (_, events) => {
    const content = await events.show(id);
    if (content !== null) console.log(JSON.stringify(content, null, 2));
  });
} else if (command === "dead" && (verb === "replay" || verb === "discard") && isChosen) {
  await forEach(async (service, events) => {
    const before = (await events.list()).length;
    const count = await (verb === "replay" ? events.retry(filter) : events.discard(filter));
    if (verb === "replay" && count > 0) await settled(events);
    const left = await events.list();
    const waiting = left.filter(({ attempts }) => attempts === 0).length;
    const wait = waiting > 0 ? `, ${waiting} of them wait for the service` : "";
    const did = verb === "replay" ? "tried again" : "discarded";
    console.log(
      `${service}: ${count} ${did}; dead letters: ${before} before, ${left.length} now${wait}`,
    );
  });
} else {
  console.error(usage);
  process.exitCode = 1;
}

async function list(service: string, events: EventOperations): Promise<void> {
  const letters = await events.list(filter);
  console.log(`${service}: ${letters.length} dead letters`);
  for (const { id, consumer, type, errorCode, attempts, diedAt } of letters) {
    const state = attempts === 0 ? "waits to be tried again" : `${attempts} attempts`;
    console.log(`  ${id}  ${diedAt.toISOString()}  ${consumer}  ${type}  ${errorCode}  ${state}`);
  }
}

async function settled(events: EventOperations): Promise<void> {
  const end = Date.now() + longestWaitMilliseconds;
  while (Date.now() < end) {
    if ((await events.list()).every(({ attempts }) => attempts > 0)) return;
    await sleep(200);
  }
}

async function forEach(
  work: (service: string, events: EventOperations) => Promise<void>,
): Promise<void> {
  for (const [service, url] of await databases()) {
    const events = await operateEvents(url);
    try {
      await work(service, events);
    } finally {
      await events.close();
    }
  }
}

async function databases(): Promise<readonly (readonly [name: string, url: string])[]> {
  const chosen = serviceNames.filter((name) => name === (values.service ?? name));
  const url = process.env["DATABASE_URL"];
  if (url && chosen.length === 1) return chosen.map((name) => [name, url]);
  const { stateDir, ports } = readSettings(process.env);
  const { passwords } = await ensureSecrets(statePlaces(stateDir).secrets);
  const urlOf = (service: ServiceName) =>
    databaseUrls({ service, role: "app", password: passwords[service].app, port: ports.postgres })
      .main;
  return chosen.map((name) => [name, urlOf(name)]);
}
