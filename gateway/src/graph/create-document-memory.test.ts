import { expect, test } from "vitest";
import { createDocumentMemory } from "./create-document-memory.ts";

test("the documents that were used last are remembered, up to a size", async () => {
  const memory = createDocumentMemory(30);
  await memory.set("a", "{ policy }");
  await memory.set("b", "{ app }");
  expect(await memory.get("a")).toBe("{ policy }");
  await memory.set("c", "{ policies }");
  expect(await memory.get("b")).toBeUndefined();
  expect(await memory.get("a")).toBe("{ policy }");
  await memory.set("d", "{ a document that is longer than the memory }");
  expect(await memory.get("d")).toBeUndefined();
});
