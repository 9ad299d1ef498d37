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

/**
 * Prisma's own migration engine as WebAssembly: no native binary and no download. The engine hides what the database
 * said of a failed script, so that goes to `onFailure`.
 */
export async function openSchemaEngine(
  pool: pg.Pool,
  onFailure: (error: Error) => void,
): Promise<engine.SchemaEngine> {
  instance ??= instantiate();
  await instance;
  const adapter = bindMigrationAwareSqlAdapterFactory(wholeScripts(pool, onFailure));
  return engine.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
}

/**
 * Prisma's adapter cuts a script at each semicolon, in the middle of a function's body too. Postgres takes the script
 * as one message, and then as one transaction.
 */
function wholeScripts(pool: pg.Pool, onFailure: (error: Error) => void): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      await pool.query(script).catch((error: Error) => {
        onFailure(error);
        throw error;
      });
    };
    return adapter;
  };
  return factory;
}

async function instantiate(): Promise<void> {
  const face = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const bytes = await readFile(face.replace("schema_engine.js", "schema_engine_bg.wasm"));
  const imports = Object.fromEntries(Object.entries(engine).map(withoutHolding));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": imports });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/** The engine never clears its lock's ten-second timer, which would keep a process alive that has nothing left to do. */
function withoutHolding([name, imported]: [string, unknown]): [string, unknown] {
  if (!name.startsWith("__wbg_setTimeout")) return [name, imported];
  const start = imported as (...args: unknown[]) => NodeJS.Timeout;
  return [name, (...args: unknown[]) => start(...args).unref()];
}
