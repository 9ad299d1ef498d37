import { deepStrictEqual } from "node:assert";
import { findSlots } from "../src/index.ts";
import { median, printTable, time } from "./slots/measure.ts";
import { plainSlots } from "./slots/plain-slots.ts";
import { slotInput, type Size } from "./slots/slot-input.ts";

const month = { busy: 200, days: 30 };
const cases = {
  oneHost: { mode: "ONE_HOST", hosts: 1, ...month },
  tenCollective: { mode: "COLLECTIVE", hosts: 10, ...month },
  tenRoundRobin: { mode: "ROUND_ROBIN", hosts: 10, ...month },
} as const satisfies Record<string, Size>;
type Name = keyof typeof cases;
const targets: Record<Name, number> = { oneHost: 0.5, tenCollective: 1.5, tenRoundRobin: 2 };
const names = Object.keys(cases) as Name[];

const subjects = names.map((name) => {
  const request = slotInput(cases[name]);
  const rich = slotInput({ ...cases[name], isRich: true });
  // A benchmark of a wrong answer measures nothing.
  const starts = findSlots(request).map((slot) => slot.start);
  deepStrictEqual(starts, plainSlots(request), `${name}: the engine and the plain one disagree`);
  return { name, request, rich, slots: starts.length, fast: [], full: [], plain: [] } as Subject;
});
type Subject = {
  readonly name: Name;
  readonly request: ReturnType<typeof slotInput>;
  readonly rich: ReturnType<typeof slotInput>;
  readonly slots: number;
  readonly fast: number[];
  readonly full: number[];
  readonly plain: number[];
};

for (const { request, rich } of subjects) time(() => [findSlots(request), findSlots(rich)], 200);
// A B A B: what the machine does besides hits both alike. Single calls: a server asks once as well.
for (let round = 0; round < 15; round += 1) {
  for (const subject of subjects) {
    for (let i = 0; i < 20; i += 1) {
      subject.fast.push(time(() => findSlots(subject.request)));
      subject.full.push(time(() => findSlots(subject.rich)));
    }
    subject.plain.push(time(() => plainSlots(subject.request)));
  }
}

console.log(
  "30 days from 2027-02-01, 09–17 Europe/Stockholm, 30 minutes, step 15, 200 busy a host\n",
);
printTable([
  ["p50 in ms", "slots", "engine", "target", "every rule", "Temporal", "ratio"],
  ...subjects.map(({ name, slots, fast, full, plain }) => [
    name,
    slots,
    median(fast).toFixed(3),
    targets[name].toFixed(1),
    median(full).toFixed(3),
    median(plain).toFixed(1),
    `${(median(plain) / median(fast)).toFixed(0)} ×`,
  ]),
]);

printScaling("ROUND_ROBIN");
printScaling("COLLECTIVE");

if (process.argv.includes("--json")) {
  const rounded = (number: number) => Number(number.toFixed(4));
  const p50Ms = Object.fromEntries(subjects.map(({ name, fast }) => [name, rounded(median(fast))]));
  const [oneHost] = subjects as [Subject];
  const ratioToPlain = rounded(median(oneHost.plain) / median(oneHost.fast));
  console.log(JSON.stringify({ bench: "slots", p50Ms, ratioToPlain }));
}

/** Time for one host and busy time more must not grow with how many there are. */
function printScaling(mode: Size["mode"]): void {
  const rows = [10, 30, 100].flatMap((hosts) =>
    [200, 2_000].flatMap((busy) =>
      [30, 90].map((days) => {
        const request = slotInput({ mode, hosts, busy, days });
        const times = Array.from({ length: 9 }, () => time(() => findSlots(request)));
        const ms = median(times.slice(2));
        return [
          hosts,
          busy,
          days,
          ms.toFixed(2),
          ((ms * 1e3) / hosts).toFixed(0),
          ((ms * 1e6) / (hosts * (busy + 31 * days))).toFixed(0),
        ];
      }),
    ),
  );
  console.log(`growth, ${mode}; a step is one busy time or one start on the grid of one host\n`);
  printTable([["hosts", "busy", "days", "ms", "µs a host", "ns a step"], ...rows]);
}
