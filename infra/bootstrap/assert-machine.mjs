import { accessSync, constants, statfsSync, statSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { Failure } from "./failure.mjs";
import { inRoot } from "./run.mjs";

const gigabyte = 1e9;
const wanted = 2 * gigabyte;

/** Refuses a machine on which a later step would fail with a puzzling message. npm only warns of an old Node. */
export function assertMachine({
  node = process.versions.node,
  platform = process.platform,
  root = inRoot("."),
} = {}) {
  if (platform === "win32") {
    throw new Failure(
      "Tidbok does not run on Windows itself: install WSL (wsl --install), clone the repository inside it, and run the same command there.",
    );
  }
  if (Number(node.split(".")[0]) < 20) {
    throw new Failure(`Node ${node} is too old: install Node 20 or newer.`);
  }
  if (root.includes(":")) {
    throw new Failure(
      `The clone is in ${root}, and a search path cannot name a folder with a colon: move it to a folder without one.`,
    );
  }
  assertUser();
  assertTemporaryFolder();
}

/** Refuses a disk on which the dependencies do not fit: npm would blame the network. */
export function assertSpace(free = freeBytes(inRoot("."))) {
  if (free >= wanted) return;
  const gigabytes = (bytes) => `${(bytes / gigabyte).toFixed(1)} GB`;
  throw new Failure(
    `The disk of ${inRoot(".")} has ${gigabytes(free)} free, and an installation needs ${gigabytes(wanted)}: make room, and run the same command again.`,
  );
}

function freeBytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

// Postgres asks the system for the name of its user, and stops without one.
function assertUser() {
  try {
    userInfo();
  } catch {
    throw new Failure(
      `The user with the number ${process.getuid()} has no name on this machine, and Postgres needs one: add it to /etc/passwd, or start as another user.`,
    );
  }
}

function assertTemporaryFolder() {
  const folder = tmpdir();
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (statSync(folder).isDirectory()) return;
  } catch {
    // Said below, as for a file.
  }
  throw new Failure(
    `The temporary folder ${folder} is no folder that can be written: make it, or set TMPDIR to another one.`,
  );
}
