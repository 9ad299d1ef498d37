import { renameSync, rmSync, writeFileSync } from "node:fs";
import inspector from "node:inspector";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Loaded into each process of a platform (NODE_OPTIONS=--import=…) for walk.ts: at SIGWINCH the process writes how often
// each function of the repository has run since the last signal.
const file = join(tmpdir(), `tidbok-calls-${process.pid}.json`);
const session = new inspector.Session();
session.connect();
session.post("Profiler.enable");
session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
process.on("SIGWINCH", write);
process.on("exit", () => rmSync(file, { force: true }));
write();

function write(): void {
  session.post("Profiler.takePreciseCoverage", (_, { result }) => {
    const scripts = result.filter(({ url }) => !/^(?!file:)|node_modules|generated/.test(url));
    const calls = scripts.flatMap(({ url, functions }) =>
      functions.flatMap(({ ranges: [range] }) =>
        range && range.count > 0 ? [[`${url} ${range.startOffset}`, range.count]] : [],
      ),
    );
    writeFileSync(`${file}.new`, JSON.stringify(calls));
    renameSync(`${file}.new`, file);
  });
}
