/** What the person at the terminal can put right; the message is one line that says how. */
export class Failure extends Error {}

/** npm only warns of an old Node, and the next step would fail with a puzzling message. */
export function assertNode() {
  const [major] = process.versions.node.split(".").map(Number);
  if (major >= 20) return;
  throw new Failure(`Node ${process.versions.node} is too old: install Node 20 or newer.`);
}
