import { expect, test } from "vitest";
import { nodeIdOf, readNodeId } from "./node-id.ts";

const id = "01920000-0000-7000-8000-000000000001";

test("a nodeId leads back to type and id, and has one spelling", () => {
  const nodeId = nodeIdOf({ type: "Booking", id });
  expect(nodeId).toMatch(/^[\w-]+$/);
  expect(readNodeId(nodeId)).toEqual({ type: "Booking", id });
  expect(readNodeId(`${nodeId}=`)).toBeNull();
  expect(readNodeId(` ${nodeId}`)).toBeNull();
});

test("any other text names nothing", () => {
  for (const text of ["", "Booking", id, btoa("Booking"), btoa(":1"), btoa("Booking:")]) {
    expect(readNodeId(text)).toBeNull();
  }
});
