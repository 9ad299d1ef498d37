import { randomBytes } from "node:crypto";
import { open, readFile, rename, stat, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** What a key file holds: several key-encryption keys by id, and which of them wraps now. */
export type KeyRing = {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Uint8Array>;
};

const mostAttempts = 200;

/** Makes a key file with one fresh key, readable by its owner only. Leaves an existing file alone. */
export async function createKeyFile(path: string): Promise<void> {
  const id = freshId();
  const text = render({ current: id, keys: new Map([[id, randomBytes(32)]]) });
  try {
    await writeFile(path, text, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/**
 * Adds a fresh key that wraps from now on and keeps the former ones for unwrapping; running processes
 * see it before they wrap again. Follow with `rewrap`, then the former keys may go from the file. Two rotations at once
 * take turns.
 */
export async function rotateKeyFile(path: string): Promise<void> {
  const id = freshId();
  // Written beside and renamed: a crash must never leave half of the only copy of the keys. The file beside is also
  // the lock: two that read the same keys would each leave out the other's.
  const next = await openNext(`${path}.next`);
  try {
    const ring = await readKeyFile(path);
    const keys = new Map([...ring.keys, [id, randomBytes(32)]]);
    await next.writeFile(render({ current: id, keys }));
    await next.sync();
  } finally {
    await next.close();
  }
  await rename(`${path}.next`, path);
}

async function openNext(path: string) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await open(path, "wx", 0o600);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (attempt === mostAttempts) {
        const message = `Another rotation is under way, or broke off: then delete ${path}.`;
        throw new Error(message, { cause: error });
      }
      await sleep(25);
    }
  }
}

/** The keys of a key file. Throws for a file that others may read and for one that is not whole. */
export async function readKeyFile(path: string): Promise<KeyRing> {
  const { mode } = await stat(path);
  if ((mode & 0o077) !== 0) {
    throw new Error(`The key file ${path} may be read by others; run: chmod 600 ${path}`);
  }
  const ring = parse(await readFile(path, "utf8"));
  if (!ring) throw new Error(`The key file ${path} is not {"current": id, "keys": {id: base64}}.`);
  return ring;
}

function parse(text: string): KeyRing | null {
  const found = readJson(text);
  if (!isRecord(found) || typeof found.current !== "string" || !isRecord(found.keys)) return null;
  const keys = new Map<string, Uint8Array>();
  for (const [id, key] of Object.entries(found.keys)) {
    const bytes = typeof key === "string" ? Buffer.from(key, "base64") : null;
    if (bytes?.length !== 32) return null;
    keys.set(id, bytes);
  }
  return keys.has(found.current) ? { current: found.current, keys } : null;
}

// The parser's own message quotes the text, and this text is keys.
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function render(ring: KeyRing): string {
  const keys = [...ring.keys].map(([id, key]) => [id, Buffer.from(key).toString("base64")]);
  return `${JSON.stringify({ current: ring.current, keys: Object.fromEntries(keys) }, null, 2)}\n`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function freshId(): string {
  return `kek-${randomBytes(6).toString("hex")}`;
}
