import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { skeleton } from "./new-service/skeleton.ts";
import { checks } from "./shape/checks.ts";
import { services } from "./shape/services.ts";
import { readTree } from "./shape/tree.ts";

// `pnpm new-service <name>`: a service in the shape of the others, and what is left to write.

const root = path.resolve(import.meta.dirname, "../../..");
const [name = ""] = process.argv.slice(2).filter((argument) => argument !== "--");
const tree = readTree(root);
const model = services(tree).find((each) => tree.has(`services/${each}/src/store/index.ts`));

if (!/^[a-z]{3,30}$/.test(name)) stop("usage: pnpm new-service <name>, 3 to 30 letters a–z");
if (existsSync(path.join(root, "services", name))) stop(`services/${name} exists already.`);
if (model === undefined) stop("There is no service to copy the shell from.");

for (const [file, text] of Object.entries(skeleton(tree, { name, model, now: new Date() }))) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

const planted = readTree(root);
const left = checks
  .flatMap((check) => check(planted))
  .filter((problem) => problem.path.startsWith(`services/${name}/`));
console.log(`services/${name} exists. What is left:
- its name in serviceNames (packages/domain/src/caller.ts); \`pnpm typecheck\` then shows who must know it
- pnpm install && pnpm generate
${left.map((problem) => `- ${problem.path}: ${problem.message}`).join("\n")}`);

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
