import { PlainFailure } from "./plain-failure.ts";
import { publish } from "./platform/publish.ts";
import { ensureDemo } from "./platform/ensure-demo.ts";
import { readSettings } from "./platform/settings.ts";
import { startPlatform, type Platform } from "./platform/start-platform.ts";
import { welcome } from "./platform/welcome.ts";

// The local platform: everything real, on this machine alone, until Ctrl-C.
const say = (line: string) => console.log(line);
const stopping = new AbortController();
let platform: Platform | undefined;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  // Ctrl-C may come twice, from the terminal and by way of npm: the second says nothing new.
  process.on(signal, () => {
    if (stopping.signal.aborted) return;
    say("\nStopping …");
    stopping.abort(new PlainFailure("Stopped before everything was started."));
    void platform?.stop().then(() => {
      say("Stopped.");
      process.exit(0);
    });
  });
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
  say(await welcome(settings, demo));
} catch (error) {
  if (stopping.signal.aborted) {
    say("Stopped.");
    process.exit(0);
  }
  console.error(error instanceof PlainFailure ? `\n✗ ${error.message}` : error);
  process.exit(1);
}
