import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

// Puts a package's folder back as it was before prepack.ts.
const folder = process.cwd();
const kept = join(folder, ".local", "package.json");
if (existsSync(kept)) renameSync(kept, join(folder, "package.json"));
rmSync(join(folder, "dist"), { recursive: true, force: true });
rmSync(join(folder, "LICENSE"), { force: true });
