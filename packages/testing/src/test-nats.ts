import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free-port.ts";
import { provided } from "./provided.ts";

/** A NATS server for one test file alone, with the streams and permissions of production. */
export type TestNats = {
  readonly url: string;
  /** The NKEY seed file of a user: a service, "gateway" or "admin". */
  seedFile(user: string): string;
  /** Takes the server down as a crash would; what it stored stays. */
  kill(): Promise<void>;
  /** Starts it again on the same port. */
  start(): Promise<void>;
  /** Takes it down and its data away. */
  drop(): Promise<void>;
};

/** Where a server is to listen and to store. */
export type NatsPlace = { readonly port: number; readonly storeDir: string };

/** How the server differs from the platform's. */
export type TestNatsOptions = {
  /** Another nats-server configuration than the platform's; it then starts without any stream. */
  readonly configure?: (place: NatsPlace) => string;
};

/** Starts a NATS server (about 100 ms). Call it once per test file and `drop()` it at the end. */
export async function testNats({ configure }: TestNatsOptions = {}): Promise<TestNats> {
  const { nats } = provided();
  const folder = await mkdtemp(join(tmpdir(), "tidbok-nats-"));
  const place = { port: await freePort(), storeDir: join(folder, "store") };
  if (!configure) await cp(nats.storeDir, place.storeDir, { recursive: true });
  const configFile = join(folder, "nats.conf");
  await writeFile(configFile, configure ? configure(place) : platformConfig(place));
  const { port } = place;
  const args = ["-c", configFile];
  let child: ChildProcess | undefined;
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
  const start = async () => {
    child = spawn(nats.program, args, { stdio: "ignore" });
    await greets(port, child);
  };
  // A worker that ends early must not leave a server behind.
  const killAtExit = () => child?.kill("SIGKILL");
  process.once("exit", killAtExit);
  await start();
  return {
    url: `nats://127.0.0.1:${port}`,
    seedFile: (user) => seedFileOf(nats.seedFiles, user),
    kill,
    start,
    drop: async () => {
      await kill();
      process.off("exit", killAtExit);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function platformConfig({ port, storeDir }: NatsPlace): string {
  const { nats } = provided();
  return nats.config
    .replace(`127.0.0.1:${nats.port}`, `127.0.0.1:${port}`)
    .replace(JSON.stringify(nats.storeDir), JSON.stringify(storeDir));
}

function seedFileOf(files: Readonly<Record<string, string>>, user: string): string {
  const file = files[user];
  if (!file)
    throw new Error(`NATS has no user ${user}; there are: ${Object.keys(files).join(", ")}`);
  return file;
}

async function greets(port: number, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`nats-server ended with ${child.exitCode}`);
    if (await hasGreeted(port)) return;
    await sleep(20);
  }
  throw new Error(`nats-server does not answer on port ${port}`);
}

function hasGreeted(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("data", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
