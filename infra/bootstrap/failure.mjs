/** What the person at the terminal can put right; the message is one line that says how. */
export class Failure extends Error {}

/** Refuses a machine on which a later step would fail with a puzzling message. npm only warns of an old Node. */
export function assertMachine({ node = process.versions.node, platform = process.platform } = {}) {
  if (platform === "win32") {
    throw new Failure(
      "Tidbok does not run on Windows itself: install WSL (wsl --install), clone the repository inside it, and run the same command there.",
    );
  }
  if (Number(node.split(".")[0]) < 20) {
    throw new Failure(`Node ${node} is too old: install Node 20 or newer.`);
  }
}
