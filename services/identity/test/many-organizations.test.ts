import { newId } from "@tidbok/domain";
import { afterAll, expect, test } from "vitest";
import { organizationOperations } from "./support/organization-operations.ts";
import { newPerson, startIdentity } from "./support/start-identity.ts";

const identity = await startIdentity();
const { create } = organizationOperations(identity);
const rows = identity.database.pool;
afterAll(() => identity.stop());

test("the fifty-first organization of a person is refused, and nothing of it is stored", async () => {
  const person = await newPerson(identity, { email: "founder@example.test" });
  for (let index = 0; index < 50; index += 1) {
    const organizationId = newId();
    await rows.query(
      `INSERT INTO organization (id, name, slug, time_zone, locale, created_at)
       VALUES ($1, 'Many', $2, 'Europe/Stockholm', 'en', now())`,
      [organizationId, `many-${index}`],
    );
    await rows.query(
      `INSERT INTO membership (organization_id, account_id, role, joined_at) VALUES ($1, $2, 'OWNER', now())`,
      [organizationId, person.caller.accountId],
    );
  }
  const { code } = await create(person.caller, { slug: "one-too-many" });
  expect(code).toBe("TOO_MANY_ORGANIZATIONS");
  const { rows: found } = await rows.query(
    "SELECT 1 FROM organization WHERE slug = 'one-too-many'",
  );
  expect(found).toEqual([]);
});
