import { hash, verify } from "@node-rs/argon2";
import { createGraphClient } from "../journey/graph-client.ts";
import type { Platform } from "./start-platform.ts";

// As identity hashes (services/identity/src/accounts/adapters/passwords.ts): OWASP's second profile, two at once.
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = 2;

/** Log-ins per second through the whole platform, and how long identity's loop lets others wait meanwhile. */
export async function timeLogIns(
  { graphql, services, demo }: Platform,
  { clients, seconds }: { clients: number; seconds: number },
) {
  const idle = await waits(services.identity.url, { until: performance.now() + 2_000 });
  const until = performance.now() + seconds * 1_000;
  const times: number[] = [];
  const client = createGraphClient(graphql);
  const logIns = Array.from({ length: clients }, async (_, index) => {
    const { email, password } = demo.logins[index % demo.logins.length] ?? {};
    while (performance.now() < until) {
      const before = performance.now();
      await client.ask(
        "mutation ($input: LogInInput!) { logIn(input: $input) { tokens { accessToken } } }",
        { input: { email, password, delivery: "TOKENS" } },
      );
      times.push(performance.now() - before);
    }
  });
  const [busy] = await Promise.all([waits(services.identity.url, { until }), ...logIns]);
  return { times, perSecond: times.length / seconds, idle, busy };
}

/** Password checks per second that the machine can do with nothing around them, as many at once as identity does. */
export async function bareChecksPerSecond(seconds: number): Promise<number> {
  const stored = await hash("a password of a bench", options);
  const until = performance.now() + seconds * 1_000;
  let count = 0;
  const work = async () => {
    while (performance.now() < until) {
      await verify(stored, "a password of a bench");
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return count / seconds;
}

// Liveness depends on nothing but the loop: what it waits is what everybody waits.
async function waits(identity: string, { until }: { until: number }): Promise<readonly number[]> {
  const url = new URL("/health/live", identity);
  const times: number[] = [];
  while (performance.now() < until) {
    const before = performance.now();
    await (await fetch(url)).arrayBuffer();
    times.push(performance.now() - before);
    await new Promise((passed) => setTimeout(passed, 10));
  }
  return times;
}
