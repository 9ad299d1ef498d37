import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

// Through how many of the repository's files does one bookMeeting go, from HTTP to its mails? A file counts if one of its
// functions runs more often during each of five bookings than in any pause as long. An argument lists the files under it.
type Platform = {
  readonly graphql: string;
  readonly mailbox: string;
  readonly services: Readonly<Record<string, { readonly pid: number }>>;
  readonly gateway: { readonly pid: number };
  readonly demo: { readonly meetingType: { readonly id: string } };
};
/** How often each function ran, by its file and position. */
type Calls = ReadonlyMap<string, number>;

const root = new URL("../../../", import.meta.url);
const state = process.env["TIDBOK_STATE_DIR"] ?? fileURLToPath(new URL(".local", root));
const { graphql, mailbox, services, gateway, demo } = JSON.parse(
  readFileSync(join(state, "platform.json"), "utf8"),
) as Platform;
const counted = [gateway, ...Object.values(services)].map(
  ({ pid }) => [pid, join(tmpdir(), `tidbok-calls-${pid}.json`)] as const,
);
// Without its handler the signal would end the process.
if (!counted.every(([, file]) => existsSync(file))) {
  const option = `--import=${new URL("walk/count-calls.ts", import.meta.url).href}`;
  console.error(`The platform does not count its calls: NODE_OPTIONS=${option} npm start`);
  process.exit(1);
}

const during: Calls[] = [];
const without: Calls[] = [];
for (const [i, startAt] of (await eightStarts()).entries()) {
  await takeCalls();
  const began = performance.now();
  await book(startAt);
  const lasted = performance.now() - began;
  const calls = await takeCalls();
  // The first three fill caches.
  if (i > 2) during.push(calls);
  await sleep(lasted);
  without.push(await takeCalls());
}
const most = (name: string) => Math.max(...without.map((calls) => calls.get(name) ?? 0));
const names = [...(during[0]?.keys() ?? [])].filter((name) =>
  during.every((calls) => (calls.get(name) ?? 0) > most(name)),
);
const paths = names.map((name) => name.slice(root.href.length, name.indexOf(" ")));
const files = [...new Set(paths)].sort();
const [folder] = process.argv.slice(2);
if (folder !== undefined) console.log(files.filter((file) => file.startsWith(folder)).join("\n"));
const partOf = (file: string) => file.split("/", file.startsWith("gateway/") ? 1 : 2).join("/");
const parts = Object.groupBy(files, partOf);
console.table(Object.fromEntries(Object.entries(parts).map(([name, of]) => [name, of?.length])));
console.log(`${files.length} files in all`);

/** The calls of all processes since the last time. */
async function takeCalls(): Promise<Calls> {
  const calls = new Map<string, number>();
  for (const [pid, file] of counted) {
    rmSync(file);
    process.kill(pid, "SIGWINCH");
    while (!existsSync(file)) await sleep(5);
    for (const [name, count] of JSON.parse(readFileSync(file, "utf8")) as [string, number][]) {
      calls.set(name, (calls.get(name) ?? 0) + count);
    }
  }
  return calls;
}

/** Resolves when the attendee and the host have their mails. */
async function book(startAt: string): Promise<void> {
  const before = await countMails();
  const attendee = { name: "Ada Lovelace", email: "ada@example.org", timeZone: "Europe/London" };
  const { id: meetingTypeId } = demo.meetingType;
  const idempotencyKey = crypto.randomUUID();
  await ask({
    query: `mutation ($input: BookMeetingInput!) { bookMeeting(input: $input) {
      booking { id state startAt endAt } attendee { name email } manageUrl } }`,
    variables: { input: { meetingTypeId, startAt, attendee, idempotencyKey } },
  });
  while ((await countMails()) < before + 2) await sleep(20);
}

async function countMails(): Promise<number> {
  return ((await (await fetch(`${mailbox}/api/email`)).json()) as unknown[]).length;
}

async function eightStarts(): Promise<readonly string[]> {
  const [from, to] = [2, 30].map((days) => new Date(Date.now() + days * 86_400_000));
  const query = `query ($id: ID!, $from: Date!, $to: Date!) { meetingType(id: $id) {
    slots(from: $from, to: $to, timeZone: "Europe/Stockholm") { slots { startAt } } } }`;
  const dates = { from: from?.toISOString().slice(0, 10), to: to?.toISOString().slice(0, 10) };
  const { meetingType } = await ask({ query, variables: { id: demo.meetingType.id, ...dates } });
  type Day = { readonly slots: readonly { readonly startAt: string }[] };
  const days = (meetingType as { slots: Day[] }).slots;
  return days.flatMap(({ slots }) => slots.slice(0, 1).map(({ startAt }) => startAt)).slice(0, 8);
}

async function ask(operation: object): Promise<Readonly<Record<string, unknown>>> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify(operation);
  const answer = (await (await fetch(graphql, { method: "POST", headers, body })).json()) as {
    readonly data?: Readonly<Record<string, unknown>>;
    readonly errors?: unknown;
  };
  if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}
