import { randomUUID } from "node:crypto";
import { anonymous } from "@tidbok/domain";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newOwner } from "./support/app-operations.ts";
import { form, newPerson, startIdentity, type Identity } from "./support/start-identity.ts";

// The time is short, so that what it must hide is nearly as long: the longer one of production hides more.
const steadyMilliseconds = 60;
// As many as show a difference that could be seen from outside, and few enough that a busy machine does not make one up.
const people = 6;
const rounds = 4;

let identity: Identity;
let owner: Awaited<ReturnType<typeof newOwner>>;
const known = Array.from({ length: people }, (_, index) => `known-${index}@example.test`);
beforeAll(async () => {
  identity = await startIdentity({ steadyMilliseconds });
  owner = await newOwner(identity, "owner");
  for (const email of known) await newPerson(identity, { email });
});
afterAll(() => identity.stop());
beforeEach(() => identity.sql.query("DELETE FROM rate_limit"));

/** How often a time of the first is longer than one of the second: a half where nothing tells them apart. */
function shareLonger(first: readonly number[], second: readonly number[]): number {
  const points = first.flatMap((a) => second.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  return points.reduce<number>((sum, point) => sum + point, 0) / points.length;
}

async function timed(work: () => Promise<unknown>): Promise<{ time: number; answer: unknown }> {
  const before = performance.now();
  const answer = await work();
  return { time: performance.now() - before, answer };
}

type Act = readonly [string, (email: string) => Promise<{ readonly answer: unknown }>];

const acts: readonly Act[] = [
  [
    "logging in with a wrong password",
    (email) =>
      identity.mutate(anonymous, ["logIn", "account { id }"], {
        email,
        password: "not the password",
        delivery: "TOKENS",
      }),
  ],
  ["signing up", (email) => identity.mutate(anonymous, ["signUp", "nextStep"], form(email))],
  [
    "asking for a new password",
    (email) => identity.mutate(anonymous, ["requestRecovery", "nextStep"], { email }),
  ],
  [
    "asking for a link to log in",
    (email) => identity.mutate(anonymous, ["requestLogInLink", "nextStep"], { email }),
  ],
  [
    "asking for the mail once more",
    (email) => identity.mutate(anonymous, ["resendVerification", "nextStep"], { email }),
  ],
  [
    "inviting somebody",
    (email) =>
      identity.mutate(owner.caller, ["inviteMember", "role"], {
        organizationId: owner.organizationId,
        email,
        role: "MEMBER",
      }),
  ],
  [
    "asking for another address",
    (email) => identity.mutate(owner.caller, ["requestEmailChange", "nextStep"], { email }),
  ],
];

test.each(acts)(
  "%s tells by neither words nor time whether an address is known",
  async (_, act) => {
    await act(`warm-${randomUUID()}@example.test`);
    const times = { known: [] as number[], unknown: [] as number[] };
    const answers = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      for (const email of known) {
        // By turns and in changing order, so that whatever else the machine does falls on both.
        const both = [
          ["known", email],
          ["unknown", `nobody-${randomUUID()}@example.test`],
        ] as const;
        for (const [which, address] of round % 2 === 0 ? both : both.toReversed()) {
          const { time, answer } = await timed(async () => (await act(address)).answer);
          times[which].push(time);
          answers.add(JSON.stringify(answer));
        }
      }
    }
    expect([...answers]).toHaveLength(1);
    const share = shareLonger(times.known, times.unknown);
    // With 24 times each, chance alone leaves a half by more than 0.35 less than once in 10,000 runs.
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.85);
  },
);
