import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { anonymous } from "@tidbok/domain";
import { Kind, parse } from "graphql";
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

type Act = readonly [
  title: string,
  mutation: string,
  (email: string) => Promise<{ readonly answer: unknown }>,
];

const acts: readonly Act[] = [
  [
    "logging in with a wrong password",
    "logIn",
    (email) =>
      identity.mutate(anonymous, ["logIn", "account { id }"], {
        email,
        password: "not the password",
        delivery: "TOKENS",
      }),
  ],
  [
    "signing up",
    "signUp",
    (email) => identity.mutate(anonymous, ["signUp", "nextStep"], form(email)),
  ],
  [
    "asking for a new password",
    "requestRecovery",
    (email) => identity.mutate(anonymous, ["requestRecovery", "nextStep"], { email }),
  ],
  [
    "asking for a link to log in",
    "requestLogInLink",
    (email) => identity.mutate(anonymous, ["requestLogInLink", "nextStep"], { email }),
  ],
  [
    "asking for the mail once more",
    "resendVerification",
    (email) => identity.mutate(anonymous, ["resendVerification", "nextStep"], { email }),
  ],
  [
    "inviting somebody",
    "inviteMember",
    (email) =>
      identity.mutate(owner.caller, ["inviteMember", "role"], {
        organizationId: owner.organizationId,
        email,
        role: "MEMBER",
      }),
  ],
  [
    "asking for another address",
    "requestEmailChange",
    (email) => identity.mutate(owner.caller, ["requestEmailChange", "nextStep"], { email }),
  ],
];

test("each mutation that takes an address is compared here", () => {
  const source = new URL("../src/", import.meta.url);
  const parts = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("schema.graphql"))
    .flatMap((file) => parse(readFileSync(new URL(file, source), "utf8")).definitions);
  const taking = parts.flatMap((part) =>
    part.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION &&
    part.fields?.some(({ name }) => /email|address/i.test(name.value))
      ? [part.name.value]
      : [],
  );
  const named = taking.map((name) => name[0]?.toLowerCase() + name.slice(1, -"Input".length));
  // A support agent looks for a person by address, for a ticket, and the person is told.
  const compared = [...acts.map(([, mutation]) => mutation), "openSupportAccess"];
  expect(compared.sort()).toEqual(named.sort());
});

test.each(acts)(
  "%s tells by neither words nor time whether an address is known",
  async (_, __, act) => {
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
