import { parseArgs } from "node:util";
import { bareChecksPerSecond, timeLogIns } from "./auth/log-in.ts";
import { startPlatform } from "./auth/start-platform.ts";
import { timeVerifying } from "./auth/verify-tokens.ts";

// What authentication costs: the gateway's own time for a token, beside the library and the signature
// alone, in one run by turns; then log-ins through a platform of its own, beside the password checks alone.
const { values: flags } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    rounds: { type: "string", default: "60" },
    clients: { type: "string", default: "8" },
    seconds: { type: "string", default: "10" },
  },
});
const [rounds = 0, clients = 0, seconds = 0] = [flags.rounds, flags.clients, flags.seconds].map(
  Number,
);
// Milliseconds at p50.
const limits: Readonly<Record<string, number>> = {
  "gateway, token seen before": 0.1,
  "gateway, token never seen": 0.4,
};

await timeVerifying({ rounds: 5, batch: 50 });
const verifying = [...(await timeVerifying({ rounds, batch: 50 }))].map(([what, times]) => ({
  what,
  p50Ms: at(times, 0.5),
  p99Ms: at(times, 0.99),
  limitP50Ms: limits[what] ?? null,
}));
console.table(verifying);

const { platform, stop } = await startPlatform();
const measured = await timeLogIns(platform, { clients, seconds }).finally(stop);
const bare = await bareChecksPerSecond(3);
const logIns = {
  perSecond: round(measured.perSecond),
  barePasswordChecksPerSecond: round(bare),
  p50Ms: at(measured.times, 0.5),
  p99Ms: at(measured.times, 0.99),
  identityAnswersIdleP50Ms: at(measured.idle, 0.5),
  identityAnswersBusyP50Ms: at(measured.busy, 0.5),
  identityAnswersBusyP99Ms: at(measured.busy, 0.99),
};
console.table([{ what: `log-ins, ${clients} clients`, ...logIns }]);

const over = verifying.filter(({ p50Ms, limitP50Ms }) => limitP50Ms !== null && p50Ms > limitP50Ms);
for (const { what, p50Ms, limitP50Ms } of over) {
  console.error(`over the limit: ${what}, ${p50Ms} ms instead of ${limitP50Ms}`);
}
if (flags.json) console.log(JSON.stringify({ bench: "auth", verifying, logIns }));
process.exitCode = over.length > 0 ? 1 : 0;

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return round(sorted[Math.floor(sorted.length * share)] ?? 0);
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
