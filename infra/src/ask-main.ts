import { readFile } from "node:fs/promises";
import type { Demo } from "./seed/demo.ts";
import { askGraph, logIn } from "./seed/graph.ts";
import { statePlaces } from "./places.ts";
import { readSettings } from "./platform/settings.ts";

// Asks the running platform's graph as one of the demo's people: ask-main.ts HOST|OWNER|VISITOR 'query'.
const [who = "VISITOR", query = "{ __typename }"] = process.argv.slice(2);
const { platform } = statePlaces(readSettings(process.env).stateDir);
const text = await readFile(platform, "utf8").catch(() => undefined);
if (text === undefined) {
  console.error("✗ Tidbok does not run here: npm start");
  process.exit(1);
}
const { graphql, demo } = JSON.parse(text) as { graphql: string; demo: Demo | null };
const login = demo?.logins.find(({ role }) => role === who.toUpperCase());
const token = login && (await logIn(graphql, login));
const answer = await askGraph(graphql, { query, token });
console.log(`${login?.name ?? "A visitor"} (${who.toUpperCase()}):`);
console.log(JSON.stringify(answer, null, 2));
