import { existsSync } from "node:fs";
import { readdir, readFile, readlink } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask } from "./support/ask.ts";
import { attemptAt, book, openStage } from "./support/bookings.ts";
import { mailTo } from "./support/mailbox.ts";
import { ownParts, pidOf } from "./support/processes.ts";

// Only Linux says of a process whom it talks to.
const canSee = existsSync("/proc/self/net/tcp");
const contacts = new Map<string, Set<string>>();
let watching: NodeJS.Timeout | undefined;

beforeAll(() => {
  if (!canSee) return;
  let isLooking = false;
  watching = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    void look().finally(() => (isLooking = false));
  }, 50);
});
afterAll(() => clearInterval(watching));

test.runIf(canSee)(
  "in a busy time the gateway and the services talk to this machine and to nobody else",
  async () => {
    const stage = await openStage("Utte");
    const bookings = stage.slots.slice(0, 5).map(async (slot) => {
      const attempt = attemptAt(stage, slot);
      await book(attempt);
      await mailTo(attempt.attendee.email, /^Booked/);
    });
    const asked = [
      "{ policy { text } }",
      "{ collectedData { key } }",
      "{ me { id } }",
      "{ nonsense }",
    ];
    await Promise.all([...bookings, ...asked.map((query) => ask({ query }))]);
    await look();

    for (const part of ownParts) {
      const [...addresses] = contacts.get(part) ?? [];
      // Each has its database at least: else nothing was looked at.
      expect(addresses.length, part).toBeGreaterThan(0);
      expect(
        addresses.filter((address) => !isLoopback(address)),
        part,
      ).toEqual([]);
    }
  },
);

test("this machine and others are told apart as the kernel writes them", () => {
  for (const own of [
    "0100007F",
    "0A00007F",
    "00000000000000000000000001000000",
    "0000000000000000FFFF00000100007F",
  ]) {
    expect(isLoopback(own)).toBe(true);
  }
  for (const foreign of [
    "08080808",
    "FEA9FEA9",
    "7F00000A",
    "0000000000000000FFFF000008080808",
    "B80D01200000000000000000010000000",
  ]) {
    expect(isLoopback(foreign)).toBe(false);
  }
});

test.skipIf(canSee)("(not seen: this system has no /proc/<pid>/net)", () => undefined);

async function look(): Promise<void> {
  for (const part of ownParts) {
    const seen = contacts.get(part) ?? new Set();
    contacts.set(part, seen);
    for (const address of await contactsOf(pidOf(part))) seen.add(address);
  }
}

/** The remote addresses of a process's own sockets, whatever their state, and of UDP (a name that is looked up). */
async function contactsOf(pid: number): Promise<string[]> {
  const own = await socketsOf(pid);
  const tables = await Promise.all(
    ["tcp", "tcp6", "udp", "udp6"].map((name) =>
      readFile(`/proc/${pid}/net/${name}`, "utf8").catch(() => ""),
    ),
  );
  return tables.flatMap((table) =>
    table
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => own.has(fields[9] ?? ""))
      .map((fields) => fields[2]?.split(":")[0] ?? "")
      // A socket that only listens has no other side.
      .filter((address) => /[^0]/.test(address)),
  );
}

async function socketsOf(pid: number): Promise<Set<string>> {
  const folder = `/proc/${pid}/fd`;
  const links = await Promise.all(
    (await readdir(folder).catch(() => [])).map((file) =>
      readlink(`${folder}/${file}`).catch(() => ""),
    ),
  );
  return new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
}

// The kernel writes addresses in words of 32 bits, in the byte order of the machine: 127.0.0.1 is 0100007F.
function isLoopback(address: string): boolean {
  if (address.length === 8) return address.endsWith("7F");
  return address === `${"0".repeat(24)}01000000` || /^0{16}FFFF0000[0-9A-F]{6}7F$/.test(address);
}
