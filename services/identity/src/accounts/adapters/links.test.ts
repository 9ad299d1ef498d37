import { describe, expect, test } from "vitest";
import { createLinks } from "./links.ts";

const id = "0197c2c4-6b7e-7000-8000-000000000001";
const links = createLinks({ secret: "s".repeat(32), publicUrl: "https://book.example" });
const codeOf = (url: string) => url.split("#")[1] ?? "";

describe("a link", () => {
  test("gives its row back", () => {
    const url = links.url("verify", id);
    expect(url).toMatch(/^https:\/\/book\.example\/verify#/);
    expect(links.read("verify", codeOf(url))).toBe(id);
  });

  test("is worth nothing for another kind, another row, with another secret, or cut", () => {
    const code = codeOf(links.url("verify", id));
    const foreign = createLinks({ secret: "t".repeat(32), publicUrl: "https://book.example" });
    expect(links.read("invitation", code)).toBeNull();
    expect(links.read("verify", code.replace(id, id.replace(/1$/, "2")))).toBeNull();
    expect(foreign.read("verify", code)).toBeNull();
    expect(links.read("verify", code.slice(0, -1))).toBeNull();
    expect(links.read("verify", "")).toBeNull();
  });
});
