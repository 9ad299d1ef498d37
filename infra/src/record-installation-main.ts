import { recordInstallation } from "./testing/record-installation.ts";

// Records a stopped platform for infra/test/upgrade.test.ts: record-installation-main.ts .local infra/test/recorded/<day>-<commit>.tgz
const [stateDir, file] = process.argv.slice(2);
if (!stateDir || !file) throw new Error("Say which state folder, and into which file.");
await recordInstallation(stateDir, file);
