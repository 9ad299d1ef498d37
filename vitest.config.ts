import { defineConfig } from "vitest/config";
import { dropPostgresVariables } from "./infra/bootstrap/drop-postgres-variables.mjs";
import { oneTemporaryFolder } from "./infra/src/testing/one-temporary-folder.ts";
import { closingLine } from "./packages/testing/src/closing-line.ts";
import { ProofsFirst } from "./packages/testing/src/proofs-first.ts";

// An hour that no office of ours has, fourteen ahead of UTC: code that leans on the machine's zone fails here.
process.env.TZ = "Pacific/Kiritimati";
// As gateway/src/main.ts sets it: tests of the gateway's parts call nobody either.
process.env.APOLLO_TELEMETRY_DISABLED = "1";
dropPostgresVariables(process.env);
oneTemporaryFolder();

const pure = [
  "domain",
  "availability",
  "calendar",
  "client",
  "minimization",
  "execution",
  "tooling",
  "web",
  "embed",
  "embed-react",
].map((name) => `packages/${name}/{src,test}/**/*.test.ts`);
const all = ["packages/*", "services/*", "gateway", "infra"].map(
  (folder) => `${folder}/{src,test}/**/*.test.ts`,
);
const journeys = ["gateway/test/**/*.test.ts"];

export default defineConfig({
  // As Node resolves it: by its `module` field, tests would have a second graphql beside Apollo's.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    reporters: [
      "default",
      closingLine({
        folder: new URL(".local/tests/", import.meta.url),
        run: process.env.TIDBOK_TEST_RUN,
      }),
    ],
    pool: "forks",
    maxWorkers: 2,
    // To load a service's modules anew costs two seconds a file. Files share no state: each makes its own service on its
    // own databases, and what a module holds, such as a zone table, is the same for all.
    isolate: false,
    sequence: { sequencer: ProofsFirst },
    // A machine with two cores and other work to do is slow, not wrong.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
    projects: [
      { extends: true, test: { name: "pure", include: pure } },
      {
        // Starts Postgres and prepares NATS; skipped when no file of it is run.
        extends: true,
        test: {
          name: "real",
          include: all,
          exclude: [...pure, ...journeys],
          globalSetup: ["infra/src/testing/test-run.ts"],
        },
      },
      {
        // The whole platform, once; its files take turns, since some of them take parts of it away.
        extends: true,
        test: {
          name: "journeys",
          include: journeys,
          globalSetup: ["infra/src/testing/platform-run.ts"],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
