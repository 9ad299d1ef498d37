import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { checks } from "../shape/checks.ts";
import { readTree } from "../shape/tree.ts";
import { skeleton } from "./skeleton.ts";

const root = path.resolve(import.meta.dirname, "../../../..");
const model = "billing";
const now = new Date("2027-02-01T09:00:00Z");

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function plant(name: string): string {
  const planted = mkdtempSync(path.join(tmpdir(), "tidbok-new-service-"));
  folders.push(planted);
  for (const [file, text] of Object.entries(skeleton(readTree(root), { name, model, now }))) {
    mkdirSync(path.dirname(path.join(planted, file)), { recursive: true });
    writeFileSync(path.join(planted, file), text);
  }
  return planted;
}

test("has the others' shape, but for what no program can write", () => {
  const planted = plant("loyalty");
  cpSync(
    path.join(root, "services", model, "prisma"),
    path.join(planted, "services", model, "prisma"),
    { recursive: true },
  );
  writeFileSync(path.join(planted, "services", model, "package.json"), "{}");
  const found = checks
    .flatMap((check) => check(readTree(planted)))
    .filter((problem) => problem.path.startsWith("services/loyalty"));
  expect(found.map((problem) => problem.path)).toEqual(
    ["src/actions", "src/domain", "test"].map((part) => `services/loyalty/${part}`),
  );
});

test("compiles against the packages as they are", { timeout: 180_000 }, () => {
  // Under the model's own name, since the type ServiceName knows no other.
  const service = path.join(plant(model), "services", model);
  symlinkSync(
    path.join(root, "services", model, "node_modules"),
    path.join(service, "node_modules"),
  );
  writeFileSync(
    path.join(service, "tsconfig.json"),
    JSON.stringify({
      extends: path.join(root, "packages/tooling/tsconfig.base.json"),
      compilerOptions: { typeRoots: [path.join(root, "node_modules/@types")] },
      include: ["src"],
    }),
  );
  const run = (tool: string, ...words: string[]) =>
    execFileSync(path.join(root, "node_modules/.bin", tool), words, {
      cwd: service,
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true", CHECKPOINT_DISABLE: "1" },
      encoding: "utf8",
    });
  run("prisma", "generate", "--schema", "prisma/schema.prisma");
  expect(run("tsc", "-p", "tsconfig.json")).toBe("");
});
