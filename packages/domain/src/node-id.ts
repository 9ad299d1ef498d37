/** What a `nodeId` names: an object of the graph by its type and its id. */
export type NodeName = { readonly type: string; readonly id: string };

/** The `nodeId` of an object. It is opaque to clients, and says no more than type and id do. */
export function nodeIdOf({ type, id }: NodeName): string {
  return Buffer.from(`${type}:${id}`).toString("base64url");
}

/** What the `nodeId` names, or null for a text that `nodeIdOf` does not make. */
export function readNodeId(nodeId: string): NodeName | null {
  const [, type, id] = /^(\w+):(.+)$/.exec(Buffer.from(nodeId, "base64url").toString("utf8")) ?? [];
  if (type === undefined || id === undefined) return null;
  return nodeIdOf({ type, id }) === nodeId ? { type, id } : null;
}
