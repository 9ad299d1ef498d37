import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { Failure } from "./failure.mjs";
import { generateWeb } from "./generate-web.mjs";
import { pnpm } from "./install.mjs";
import { inRoot } from "./run.mjs";

const stamp = inRoot("node_modules/.tidbok/generated");

/** Makes what is made of other files and not committed: the services' database clients, and the pages. */
export async function generate() {
  await generateClients();
  await generateWeb();
}

// Skipped when the clients of the same schemas are there.
async function generateClients() {
  const services = readdirSync(inRoot("services")).filter((name) => existsSync(schemaOf(name)));
  const now = fingerprint(services);
  const isMade = services.every((name) => existsSync(clientOf(name)));
  if (isMade && existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;

  console.log("Generating the database clients …");
  if ((await pnpm(["exec", "turbo", "run", "generate", "--output-logs=errors-only"])) !== 0) {
    throw new Failure("The database clients could not be generated; the reason is above.");
  }
  mkdirSync(inRoot("node_modules/.tidbok"), { recursive: true });
  writeFileSync(stamp, now);
}

function schemaOf(service) {
  return inRoot(`services/${service}/prisma/schema.prisma`);
}

function clientOf(service) {
  return inRoot(`services/${service}/src/generated/prisma/client.ts`);
}

// The lock file is in it because another Prisma generates another client.
function fingerprint(services) {
  const hash = createHash("sha256");
  for (const file of [...services.map(schemaOf), inRoot("pnpm-lock.yaml")]) {
    hash.update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}
