import { mkdir } from "node:fs/promises";
import { connect } from "node:net";
import { dirname } from "node:path";
import type { ChildProcess } from "node:child_process";
import { hasEnded, lastLines, startChild, stopChild } from "../child.ts";
import { PlainFailure } from "../plain-failure.ts";
import { isBusy } from "../ports.ts";
import { waitUntil } from "../wait-until.ts";

export type NatsStart = {
  /** The program; see findNatsServer. */
  readonly server: string;
  /** As renderNatsConfig makes it; with the same port and a JetStream folder. */
  readonly configFile: string;
  readonly port: number;
  readonly logFile: string;
  readonly onSpawn?: (child: ChildProcess) => void;
};

export type RunningNats = {
  readonly url: string;
  readonly port: number;
  readonly process: ChildProcess;
  stop(): Promise<void>;
};

/** Starts NATS with JetStream on 127.0.0.1; resolves when it takes connections. */
export async function startNats(start: NatsStart): Promise<RunningNats> {
  const { port } = start;
  if (await isBusy(port)) {
    throw new PlainFailure(
      `Port ${port}, which NATS needs, is in use: stop what uses it (lsof -i :${port}), or set TIDBOK_PORT_NATS.`,
    );
  }
  await mkdir(dirname(start.logFile), { recursive: true });
  const child = startChild({
    command: start.server,
    args: ["--config", start.configFile],
    logFile: start.logFile,
  });
  start.onSpawn?.(child);
  child.on("error", () => undefined); // hasEnded tells: a program that cannot be run has no pid
  const isUp = await waitUntil(
    async () => {
      if (hasEnded(child)) {
        throw new PlainFailure(
          `NATS did not start; its log ${start.logFile} ends with: ${await lastLines(start.logFile)}`,
        );
      }
      return takesConnections(port);
    },
    { withinMs: 30_000, everyMs: 25 },
  );
  if (!isUp) {
    await stopChild(child);
    throw new PlainFailure(`NATS did not answer within 30 s; see its log ${start.logFile}.`);
  }
  return { url: `nats://127.0.0.1:${port}`, port, process: child, stop: () => stopChild(child) };
}

function takesConnections(port: number): Promise<true | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    // The server greets with INFO when it is ready, JetStream included.
    socket.once("data", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(undefined));
  });
}
