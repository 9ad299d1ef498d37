import { dropPostgresVariables } from "../bootstrap/drop-postgres-variables.mjs";
import { PlainFailure } from "./plain-failure.ts";
import { publish } from "./platform/publish.ts";
import { ensureDemo } from "./platform/ensure-demo.ts";
import { readSettings } from "./platform/settings.ts";
import { startPlatform, type Platform } from "./platform/start-platform.ts";
import { welcome } from "./platform/welcome.ts";

// The local platform: everything real, on this machine alone, until Ctrl-C.
dropPostgresVariables(process.env);
const say = (line: string) => console.log(line);
const stopping = new AbortController();
let platform: Platform | undefined;
let stopped: Promise<void> | undefined;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  // Ctrl-C may come twice, from the terminal and by way of npm: the second says nothing new.
  process.on(signal, () => {
    if (stopping.signal.aborted) return;
    say("\nStopping …");
    stopping.abort(new PlainFailure("Stopped before everything was started."));
    stopped = platform?.stop();
    void stopped?.then(end);
  });
}

function end(): void {
  say("Stopped.");
  process.exit(0);
}

try {
  const settings = readSettings(process.env);
  const started = await startPlatform(settings, { say, stopping: stopping.signal });
  platform = started;
  let demo = null as Awaited<ReturnType<typeof ensureDemo>>;
  const tell = async () => {
    if (!stopping.signal.aborted) await publish(started, demo);
  };
  started.onChange(() => void tell());
  await tell();
  demo = await ensureDemo(started, (line) => void (stopping.signal.aborted || say(line)));
  await tell();
  const lines = await welcome(settings, demo);
  // Ctrl-C may have come while the demo was made.
  stopping.signal.throwIfAborted();
  say(lines);
} catch (error) {
  if (stopping.signal.aborted) {
    await (stopped ?? platform?.stop());
    end();
  }
  console.error(error instanceof PlainFailure ? `\n✗ ${error.message}` : error);
  process.exit(1);
}
