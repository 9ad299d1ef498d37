import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildPackage } from "./pack/build-package.ts";
import { publishable, type Manifest } from "./pack/publishable.ts";

// Run by `npm pack` and `npm publish` in a package's folder: what they take along is plain JavaScript with
// types, since Node strips no types below node_modules. postpack.ts puts everything back.
const folder = process.cwd();
const manifestFile = join(folder, "package.json");
const kept = join(folder, ".local", "package.json");

const manifest = JSON.parse(readFileSync(manifestFile, "utf8")) as Manifest;
rmSync(join(folder, "dist"), { recursive: true, force: true });
const { entries, dependencies } = buildPackage({ folder, exports: manifest.exports });
mkdirSync(join(folder, ".local"), { recursive: true });
cpSync(manifestFile, kept);
cpSync(join(folder, "../../LICENSE"), join(folder, "LICENSE"));
const published = publishable(manifest, { entries, dependencies });
writeFileSync(manifestFile, `${JSON.stringify(published, null, 2)}\n`);
