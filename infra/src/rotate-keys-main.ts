import { keyFiles } from "./keys/ensure-keys.ts";
import { rotateKeys } from "./keys/rotate-keys.ts";
import { statePlaces } from "./places.ts";
import { readSettings } from "./platform/settings.ts";

// Makes the next step of exchanging the keys of access and caller tokens, in a folder of keys or the local platform's:
// rotate-keys-main.ts [folder]. To be run again until it says that it is done.
const minute = 60_000;
// Mounted secrets take up to a minute and a half to reach every program.
const settleMilliseconds = 2 * minute;
const [folder = statePlaces(readSettings(process.env).stateDir).keys] = process.argv.slice(2);
const files = keyFiles(folder);
const said = {
  PUBLISHED: "a new key is published",
  SIGNING: "the new key signs",
  RETIRED: "the old key is gone: done",
  NOTHING: "it is too early for the next step",
};

for (const { name, lifetimeMilliseconds, ...pair } of [
  {
    name: "access tokens",
    keys: files.accessKeys,
    jwks: files.accessJwks,
    lifetimeMilliseconds: 10 * minute,
  },
  {
    name: "caller tokens",
    keys: files.callerKeys,
    jwks: files.callerJwks,
    lifetimeMilliseconds: minute,
  },
]) {
  const times = { now: Date.now(), settleMilliseconds, lifetimeMilliseconds };
  const { did, nextAt } = await rotateKeys(pair, times);
  const next = nextAt === null ? "" : `; next step from ${new Date(nextAt).toISOString()} on`;
  console.log(`${name}: ${said[did]}${next}`);
}
