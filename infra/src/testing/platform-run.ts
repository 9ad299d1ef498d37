import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findChromium } from "../chromium/find-chromium.ts";
import { freePort } from "../ports.ts";
import { spawnPlatform } from "./spawn-platform.ts";

/** Vitest's global set-up of the journeys: the whole platform, as `npm start` starts it, in a folder of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stateDir = await mkdtemp(join(tmpdir(), "tidbok-platform-"));
  // Postgres may run as another user, which must be able to pass through.
  await chmod(stateDir, 0o711);
  const remove = () => rm(stateDir, { recursive: true, force: true });
  const providerPort = await freePort();
  const providersFile = join(stateDir, "log-in-providers.json");
  await writeFile(providersFile, JSON.stringify([providerAt(providerPort)]), { mode: 0o644 });
  try {
    const platform = await spawnPlatform(stateDir, {
      LOG_IN_PROVIDERS_FILE: providersFile,
      // All visitors of all tests are those of one unknown network.
      COST_PER_MINUTE: "10000000",
    });
    const chromium = findChromium({ say: console.log });
    project.provide("platform", { stateDir, chromium, providerPort, printed: platform.printed });
    return async () => {
      await platform.stop();
      await remove();
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

// Another OpenID provider, which a test may start on this port; until then nothing answers there.
function providerAt(port: number) {
  const client = {
    clientId: "tidbok-here",
    clientSecret: "a secret of a test that is long enough",
  };
  return { id: "other", name: "Other", issuer: `http://127.0.0.1:${port}`, ...client };
}
