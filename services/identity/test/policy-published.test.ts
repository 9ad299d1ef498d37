import { anonymous, newId } from "@tidbok/domain";
import { connectNats, PolicyPublished } from "@tidbok/events";
import { createLogger } from "@tidbok/service";
import { eventually, tellEvent, testNats } from "@tidbok/testing";
import { expect, test } from "vitest";
import { form, startIdentity } from "./support/start-identity.ts";

test("a policy that privacy publishes is the one that a sign-up must accept from then on", async () => {
  const nats = await testNats();
  const identity = await startIdentity({ nats });
  await identity.service.start();
  const privacy = await connectNats({
    servers: nats.url,
    seedFile: nats.seedFile("privacy"),
    name: "privacy",
    log: createLogger("test", { level: "silent" }),
  });
  const published = {
    id: newId(),
    definition: PolicyPublished,
    aggregateId: newId(),
    data: { version: "2", effectiveAt: "2027-01-01T00:00:00Z", hash: "a".repeat(64) },
  };
  const signUp = (acceptedPolicyVersion: string) => {
    const input = form("policy@example.test", { acceptedPolicyVersion });
    return identity.mutate(anonymous, ["signUp", "nextStep"], input);
  };
  expect((await signUp("2")).code).toBe("POLICY_VERSION_UNKNOWN");
  for (let time = 0; time < 2; time++) await tellEvent(await privacy.connection(), published);
  await eventually(async () => (await signUp("2")).code === undefined);
  expect((await signUp("1")).code).toBe("POLICY_VERSION_UNKNOWN");
  const { rows } = await identity.sql.query("SELECT FROM inbox");
  expect(rows).toHaveLength(1);
  await privacy.stop();
  await identity.stop();
  await nats.drop();
});
