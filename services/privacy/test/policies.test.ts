import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { anonymous } from "@tidbok/domain";
import { afterAll, expect, test } from "vitest";
import { policyFolder, preparePrivacy } from "./support/running.ts";

const privacy = await preparePrivacy();
afterAll(() => privacy.drop());

function written(version: string, own: { effectiveAt?: string; text?: string } = {}): string {
  const { effectiveAt = "2026-01-01T00:00:00Z", text = `The words of ${version}.\n` } = own;
  return `---\nversion: "${version}"\neffectiveAt: ${effectiveAt}\nisMaterial: true\ntitle: Privacy policy\n---\n\n${text}`;
}

const swedish = `---\nversion: "1.0"\ntitle: Integritetspolicy\n---\n\nOrden.\n`;
const first = { "1.0.md": written("1.0"), "1.0.sv.md": swedish };
const later = written("2.0", { effectiveAt: "2027-06-01T00:00:00Z" });
const both = { ...first, "2.0.md": later };
const now = Date.parse("2027-01-01T12:00:00Z");

async function started(files: Record<string, string>, at = now) {
  const service = await privacy.build({ clock: () => at, policyFolder: policyFolder(files) });
  await service.start();
  return service;
}

async function refusal(files: Record<string, string>): Promise<{ code?: string; message: string }> {
  const service = await privacy.build({ clock: () => now, policyFolder: policyFolder(files) });
  try {
    await service.start();
  } catch (error) {
    return error as Error & { code?: string };
  } finally {
    await service.stop();
  }
  throw new Error("The service started.");
}

const facts = "version hash effectiveAt publishedAt isMaterial locales title text";

test("a new version is published and told of once, however often the service starts", async () => {
  for (let i = 0; i < 2; i++) await (await started(first)).stop();
  const [one, other] = await Promise.all([started(both), started(both)]);
  const { data } = await one.ask(anonymous, { query: `{ policy { ${facts} } }` });
  const hash = createHash("sha256").update("The words of 1.0.\n").digest("hex");
  expect(data.policy).toEqual({
    version: "1.0",
    hash,
    effectiveAt: "2026-01-01T00:00:00.000Z",
    publishedAt: "2027-01-01T12:00:00.000Z",
    isMaterial: true,
    locales: ["en", "sv"],
    title: "Privacy policy",
    text: "The words of 1.0.\n",
  });
  const { rows } = await privacy.rows.query(
    "SELECT data FROM outbox WHERE type = 'privacy.policy.published' ORDER BY seq",
  );
  expect(rows).toEqual([
    { data: { version: "1.0", effectiveAt: "2026-01-01T00:00:00.000Z", hash } },
    { data: expect.objectContaining({ version: "2.0" }) },
  ]);
  await one.stop();
  await other.stop();
});

test("P52 P55 the version in force is the one whose date has come, and its date is shown", async () => {
  const before = await started(both, Date.parse("2027-05-31T23:59:59Z"));
  const on = await started(both, Date.parse("2027-06-01T00:00:00Z"));
  const query = "{ policy { version effectiveAt } }";
  expect((await before.ask(anonymous, { query })).data.policy.version).toBe("1.0");
  expect((await on.ask(anonymous, { query })).data.policy).toEqual({
    version: "2.0",
    effectiveAt: "2027-06-01T00:00:00.000Z",
  });
  await before.stop();
  await on.stop();
});

test("P54 every version can be read for ever: by version, by the fingerprint of its text, in a list", async () => {
  const service = await started(both);
  const ask = async (query: string) => (await service.ask(anonymous, { query })).data;
  const { policies } = await ask("{ policies { nodes { version hash text } } }");
  expect(policies.nodes.map(({ version }: { version: string }) => version)).toEqual(["2.0", "1.0"]);
  for (const { version, hash, text } of policies.nodes) {
    expect(createHash("sha256").update(text).digest("hex")).toBe(hash);
    expect(await ask(`{ policyByHash(hash: "${hash}") { version } }`)).toEqual({
      policyByHash: { version },
    });
    expect((await ask(`{ policy(version: "${version}") { hash } }`)).policy.hash).toBe(hash);
  }
  expect(await ask('{ policy(version: "9.9") { hash } }')).toEqual({ policy: null });
  const page = await ask(
    "{ policies(first: 1) { nodes { version } pageInfo { hasNextPage endCursor } } }",
  );
  expect(page.policies.pageInfo.hasNextPage).toBe(true);
  const rest = await ask(
    `{ policies(first: 1, after: "${page.policies.pageInfo.endCursor}") { nodes { version } pageInfo { hasNextPage } } }`,
  );
  expect(rest.policies).toEqual({
    nodes: [{ version: "1.0" }],
    pageInfo: { hasNextPage: false },
  });
  await service.stop();
});

test("a translation is read where there is one, and English elsewhere", async () => {
  const service = await started(first);
  const { data } = await service.ask(anonymous, {
    query: '{ policy { sv: title(locale: "sv") de: title(locale: "de") text(locale: "sv") } }',
  });
  expect(data.policy).toEqual({ sv: "Integritetspolicy", de: "Privacy policy", text: "Orden.\n" });
  await service.stop();
});

test("what is no fingerprint is refused", async () => {
  const service = await started(first);
  const { errors } = await service.ask(anonymous, {
    query: '{ policyByHash(hash: "x") { version } }',
  });
  expect(errors?.[0]?.extensions.code).toBe("INVALID_INPUT");
  await service.stop();
});

test("the service does not start when a published version reads differently", async () => {
  await (await started(first)).stop();
  const changed = { ...first, "1.0.md": written("1.0", { text: "Other words.\n" }) };
  expect(await refusal(changed)).toMatchObject({
    code: "POLICY_CHANGED",
    message: expect.stringContaining("Version 1.0"),
  });
  const redated = { ...first, "1.0.md": written("1.0", { effectiveAt: "2026-01-02T00:00:00Z" }) };
  expect((await refusal(redated)).message).toContain("effectiveAt");
  expect((await refusal({ "1.0.md": first["1.0.md"] })).message).toContain("text (sv)");
});

test("a draft is not published, and may change from start to start", async () => {
  const draft = written("3.0");
  for (const text of [draft, `${draft}More.\n`]) {
    const folder = policyFolder({ ...first, "3.0.md": text }, ["3.0.md"]);
    const service = await privacy.build({ clock: () => now, policyFolder: folder });
    await service.start();
    const { data } = await service.ask(anonymous, { query: '{ policy(version: "3.0") { hash } }' });
    expect(data.policy).toBeNull();
    await service.stop();
  }
});

test("an installation that published a reissued version keeps it, and a new one gets the first words", async () => {
  const own = await preparePrivacy();
  const reissue = written("1.0", { text: "Edited words.\n" });
  const begin = async (files: Record<string, string>) => {
    const service = await own.build({ clock: () => now, policyFolder: policyFolder(files) });
    await service.start();
    const { data } = await service.ask(anonymous, { query: "{ policy { text } }" });
    await service.stop();
    return data.policy.text;
  };
  await begin({ "1.0.md": reissue });
  const mended = { "1.0.md": written("1.0"), "reissued/1.0.md": reissue };
  expect(await begin(mended)).toBe("Edited words.\n");
  await own.drop();
  await (await started(first)).stop();
  await (await started({ ...first, "reissued/1.0.md": reissue })).stop();
});

test("a published file that differs from its recorded hash stops the start, on a new installation too", async () => {
  const own = await preparePrivacy();
  const folder = policyFolder(first);
  await writeFile(new URL("1.0.md", folder), written("1.0", { text: "Other words.\n" }));
  const service = await own.build({ policyFolder: folder });
  await expect(service.start()).rejects.toMatchObject({
    code: "POLICY_CHANGED",
    message: expect.stringMatching(/Version 1\.0 .*1\.0\.md.*put the file back/),
  });
  await service.stop();
  await own.drop();
});

test.each([
  ["policy.md", "x", "policy.md"],
  ["3.0.md", "no front matter", "3.0.md"],
  ["3.0.md", written("3.1"), "3.0.md"],
  ["3.0.md", written("3.0", { effectiveAt: "soon" }), "3.0.md"],
  ["3.0.de.md", written("3.0"), "3.0.de.md"],
  ["3.0.sv.md", swedish.replace("1.0", "3.0"), "3.0.md"],
])("a file that is not a policy is named: %s %#", async (name, text, named) => {
  expect((await refusal({ ...first, [name]: text })).message).toContain(named);
});

test.each(["policy", "policy_text"])(
  "the database refuses to change or empty %s",
  async (table) => {
    await (await started(first)).stop();
    const refused = { constraint: "policy_immutable" };
    await expect(privacy.rows.query(`DELETE FROM ${table}`)).rejects.toMatchObject(refused);
    await expect(privacy.rows.query(`TRUNCATE ${table} CASCADE`)).rejects.toMatchObject(refused);
    const column = table === "policy" ? "is_material = false" : "text = ''";
    await expect(privacy.rows.query(`UPDATE ${table} SET ${column}`)).rejects.toMatchObject(
      refused,
    );
  },
);

test("P3 what is collected is exactly what the composed graph classifies", async () => {
  const service = await started(first);
  const { data } = await service.ask(anonymous, {
    query: `{ collectedData { category key subject source sensitivity coordinates purposes legalBasis erasure
      description retention { class description } } }`,
  });
  expect(data.collectedData).toEqual([
    {
      category: "POLICY_ACCEPTANCE",
      key: "user.privacy_preferences",
      subject: "CUSTOMER",
      source: "PROVIDED",
      sensitivity: "PERSONAL",
      coordinates: [
        "Account.policyAcceptances",
        "PolicyAcceptance.acceptedAt",
        "PolicyAcceptance.policy",
        "PolicyAcceptance.version",
      ],
      purposes: ["LEGAL", "RIGHTS"],
      legalBasis: "LEGAL_OBLIGATION",
      erasure: "UNLINK",
      description: "Which version of the privacy policy a person accepted, and when.",
      retention: { class: "legal", description: expect.stringMatching(/law/) },
    },
  ]);
  await service.stop();
});

test("the draft of this repository has words in English and Swedish, with the same parts", async () => {
  const policies = new URL("../policies/", import.meta.url);
  const partsOf = async (name: string) =>
    (await readFile(new URL(name, policies), "utf8")).match(/^## \d\. /gm);
  expect(await partsOf("1.2.sv.md")).toEqual(await partsOf("1.2.md"));
});

test("the policies of this repository can be read, in English and Swedish, and one is in force", async () => {
  const own = await preparePrivacy();
  const service = await own.build();
  await service.start();
  const { data } = await service.ask(anonymous, {
    query: '{ policy { version locales en: text sv: text(locale: "sv") } }',
  });
  expect(data.policy.locales).toEqual(["en", "sv"]);
  for (const topic of [1, 2, 3, 4, 5, 6, 7]) {
    expect(data.policy.en).toContain(`\n## ${topic}. `);
    expect(data.policy.sv).toContain(`\n## ${topic}. `);
  }
  await service.stop();
  await own.drop();
});
