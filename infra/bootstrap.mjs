// The first program of `npm start`, `npm test` and `npm run ci`: it runs on any Node from 20 on and without a single
// dependency, gets what the others need, and hands over to the Node that the repository pins.
import { checks } from "./bootstrap/checks.mjs";
import { generate } from "./bootstrap/generate.mjs";
import { install, isInstalled } from "./bootstrap/install.mjs";
import { assertMachine, assertSpace } from "./bootstrap/assert-machine.mjs";
import { dropPostgresVariables } from "./bootstrap/drop-postgres-variables.mjs";
import { Failure } from "./bootstrap/failure.mjs";
import { findNatsServer } from "./bootstrap/nats/find-nats-server.mjs";
import { inRoot, run } from "./bootstrap/run.mjs";
import { tests } from "./bootstrap/tests.mjs";

const [command, ...rest] = process.argv.slice(2);
const node = inRoot("node_modules/.bin/node");

const commands = {
  start: () => run(node, [inRoot("infra/src/start.ts"), ...rest]),
  test: () => tests(rest),
  ci: () => checks(),
};

try {
  assertMachine();
  dropPostgresVariables(process.env);
  const handOver = commands[command];
  if (!handOver) throw new Failure(`Say what to do: ${Object.keys(commands).join(", ")}.`);
  // The rest takes a minute; what may be missing is looked for first.
  if (!isInstalled()) assertSpace();
  process.env.NATS_SERVER = await findNatsServer({
    toolsDir: inRoot(".local/tools"),
    say: console.log,
  });
  await install();
  await generate();
  process.exitCode = await handOver();
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(`\n✗ ${error.message}`);
  process.exitCode = 1;
}
