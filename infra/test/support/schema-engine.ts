import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaPg } from "@prisma/adapter-pg";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import type pg from "pg";

// Every Node has it; TypeScript describes it among the browser's types only.
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

let instance: Promise<void> | undefined;

/** Prisma's own migration engine as WebAssembly: it says what a schema's tables are, and reads what the runner wrote. */
export async function openSchemaEngine(pool: pg.Pool): Promise<engine.SchemaEngine> {
  instance ??= instantiate();
  await instance;
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
  return engine.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
}

async function instantiate(): Promise<void> {
  const face = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const bytes = await readFile(face.replace("schema_engine.js", "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": engine });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}
