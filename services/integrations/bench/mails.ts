import { parseArgs } from "node:util";
import { roundFacts } from "@tidbok/service";
import { v7 } from "uuid";
import { deliverDue } from "../src/mails/actions/deliver-due.ts";
import { planBooking } from "./mails/plan-booking.ts";
import { startMailBench } from "./mails/start-mail-bench.ts";

// How many mails a second integrations writes and gives to the mail catcher of a local run, on a Postgres of its own.
// The graph's answers are ready, so the number leaves out what the gateway costs.
const { values: flags } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    mails: { type: "string", default: "2000" },
    organizations: { type: "string", default: "20" },
  },
});
const [mails = 0, organizations = 0] = [flags.mails, flags.organizations].map(Number);
if (!(mails > 0 && organizations > 0)) throw new Error("the numbers must be above 0");

const bench = await startMailBench();
try {
  // A month old: new ones may send few mails in a day.
  const made = Date.now() - 30 * 24 * 3_600_000;
  const ids = Array.from({ length: organizations }, () => v7({ msecs: made }));
  await send(200, ids);
  const { seconds, cpuMilliseconds } = await send(mails, ids);
  const perSecond = Math.round(mails / seconds);
  // On a busy machine the speed says little; what a mail costs this process says more.
  const cpuMsEach = Math.round((cpuMilliseconds / mails) * 100) / 100;
  console.table([
    { what: `${mails} mails of ${organizations} organizations`, perSecond, limit: 100, cpuMsEach },
  ]);
  const figures = { bench: "mails", mails, organizations, perSecond, cpuMsEach };
  if (flags.json) console.log(JSON.stringify(figures));
} finally {
  await bench.stop();
}

/** Plans as many mails and sends them all; how long it took, and what it cost this process. */
async function send(count: number, organizationIds: readonly string[]) {
  for (let i = 0; i < count; i += 1) {
    await planBooking(bench, organizationIds[i % organizationIds.length] ?? "");
  }
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  while ((await bench.waiting()) > 0) while (await deliverDue(bench.createContext(facts())));
  const { user, system } = process.cpuUsage(cpu);
  return {
    seconds: (performance.now() - start) / 1_000,
    cpuMilliseconds: (user + system) / 1_000,
  };
}

function facts() {
  const { log } = bench;
  return roundFacts({ service: "integrations", purpose: "provide.notify", now: Date.now(), log });
}
