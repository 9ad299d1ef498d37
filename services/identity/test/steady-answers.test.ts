import { anonymous } from "@tidbok/domain";
import { afterAll, expect, test } from "vitest";
import { form, newPerson, startIdentity } from "./support/start-identity.ts";

const milliseconds = 300;
const identity = await startIdentity({ steadyMilliseconds: milliseconds });
afterAll(() => identity.stop());

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

test("neither signing up nor asking for any mail tells by its time whether an address is known", async () => {
  await newPerson(identity, { email: "known@example.test" });
  const signUp = (email: string) => identity.mutate(anonymous, ["signUp", "nextStep"], form(email));
  const ask = (mutation: string) => (email: string) =>
    identity.mutate(anonymous, [mutation, "nextStep"], { email });
  const emails = ["known@example.test", "waiting@example.test", "nobody@example.test"];
  await signUp("waiting@example.test");
  for (const [work, asked] of [
    [signUp, ["known@example.test", "waiting@example.test", "unknown@example.test"]],
    [ask("resendVerification"), emails],
    [ask("requestRecovery"), emails],
    [ask("requestLogInLink"), emails],
  ] as const) {
    for (const email of asked) {
      expect(await timed(() => work(email))).toBeGreaterThanOrEqual(milliseconds - 2);
    }
  }
});
