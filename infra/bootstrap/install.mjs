import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { Failure } from "./failure.mjs";
import { inRoot, run } from "./run.mjs";

/** Installs what the lock file says, unless that is what is there. */
export async function install() {
  if (isInstalled()) return;
  console.log("Installing dependencies (the first time takes a minute) …");
  const code = await pnpm(["install", "--frozen-lockfile"]);
  if (code !== 0) {
    throw new Failure(
      "The dependencies could not be installed; the reason is above. Put it right, and run the same command again.",
    );
  }
  if (!runsNode24()) {
    throw new Failure(
      "The pinned Node 24 (node_modules/.bin/node) does not run on this machine: delete node_modules and run the same command again.",
    );
  }
}

/** Runs pnpm in the version that package.json names; npm fetches it when it is not there. */
export function pnpm(args) {
  const { packageManager } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
  return run("npx", ["--yes", packageManager, ...args]);
}

/** Whether what is there is what the lock file says; pnpm keeps a copy of the one that it installed last. */
export function isInstalled() {
  const wanted = read("pnpm-lock.yaml");
  if (wanted === undefined) throw new Failure("pnpm-lock.yaml is missing: get it back from Git.");
  return (
    read("node_modules/.pnpm/lock.yaml") === wanted && members().every(isLinked) && runsNode24()
  );
}

function members() {
  const below = (folder) => readdirSync(inRoot(folder)).map((name) => `${folder}/${name}`);
  return ["gateway", "infra", ...below("services"), ...below("packages")];
}

// A folder that was deleted and got back from Git has lost its links; the root cannot tell.
function isLinked(folder) {
  const text = read(`${folder}/package.json`);
  if (text === undefined) return true;
  const { dependencies = {}, devDependencies = {} } = JSON.parse(text);
  const isAlone = Object.keys({ ...dependencies, ...devDependencies }).length === 0;
  return isAlone || existsSync(inRoot(`${folder}/node_modules`));
}

function read(path) {
  try {
    return readFileSync(inRoot(path), "utf8");
  } catch {
    return undefined;
  }
}

function runsNode24() {
  const { stdout } = spawnSync(inRoot("node_modules/.bin/node"), ["--version"], {
    encoding: "utf8",
  });
  return stdout?.startsWith("v24.") ?? false;
}
