import { readdirSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Demo } from "../src/seed/demo.ts";
import { demand, logIn } from "../src/seed/graph.ts";
import { restoreInstallation } from "../src/testing/record-installation.ts";
import { spawnPlatform } from "../src/testing/spawn-platform.ts";

const folder = new URL("recorded/", import.meta.url).pathname;

// What a developer's terminal may have set for other databases.
const developersOwn = {
  PGSSLMODE: "verify-full",
  PGOPTIONS: "--nonsense=1",
  PGHOST: "nowhere.invalid",
  PGPORT: "1",
  PGUSER: "another",
  PGDATA: "/nowhere",
  PGCLIENTENCODING: "LATIN1",
};

type Seen = {
  readonly policy: { readonly version: string };
  readonly organization: {
    readonly bookings: { readonly nodes: readonly { readonly attendees: readonly object[] }[] };
  };
};

test.each(readdirSync(folder))(
  "the data of an earlier installation starts with this code, whatever PG* the terminal has, and people read what they had: %s",
  async (file) => {
    const stateDir = await restoreInstallation(join(folder, file));
    onTestFinished(() => rm(stateDir, { recursive: true }));
    const platform = await spawnPlatform(stateDir, developersOwn);
    onTestFinished(() => platform.stop());
    const text = await readFile(join(stateDir, "platform.json"), "utf8");
    const { graphql, demo } = JSON.parse(text) as { graphql: string; demo: Demo };
    const { logins } = JSON.parse(await readFile(join(stateDir, "demo.json"), "utf8")) as Demo;
    expect(demo.logins).toEqual(logins);
    const host = logins.find(({ role }) => role === "HOST");
    if (!host) throw new Error("The recorded demo has no host.");
    const seen = await demand<Seen>(graphql, {
      token: await logIn(graphql, host),
      query: `{ policy { version } organization(slug: "${demo.organization.slug}") {
        bookings(first: 1) { nodes { attendees { name email } } } } }`,
    });
    expect(seen.policy.version).toBe("1.1");
    expect(seen.organization.bookings.nodes).toEqual([
      { attendees: [{ name: "Anna Attendee", email: "anna@example.com" }] },
    ]);
  },
  180_000,
);
