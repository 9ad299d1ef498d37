import { describe, expect, test } from "vitest";
import { chooseHost } from "./choose-host.ts";
import type { RoundRobinHost } from "./host-choice.ts";

const day = 86_400_000;
const host = (id: string, bookings = 0, rest: Partial<RoundRobinHost> = {}): RoundRobinHost => ({
  id,
  bookedAt: Array.from({ length: bookings }, (_, i) => (i + 1) * day),
  ...rest,
});

/** Gives away so many meetings, one a day, with everybody free, and counts who got them. */
function deal(hosts: readonly RoundRobinHost[], meetings: number, from = 0) {
  let team = hosts;
  const got = new Map(hosts.map(({ id }) => [id, 0]));
  for (let i = 0; i < meetings; i += 1) {
    const choice = chooseHost(
      team,
      team.map(({ id }) => id),
    );
    if (choice === null) break;
    got.set(choice.hostId, (got.get(choice.hostId) ?? 0) + 1);
    team = team.map((one) =>
      one.id === choice.hostId ? { ...one, bookedAt: [...one.bookedAt, from + i * day] } : one,
    );
  }
  return { got: Object.fromEntries(got), team };
}

describe("chooseHost", () => {
  test("chooses nobody when nobody is free", () => {
    expect(chooseHost([host("a")], [])).toBeNull();
    expect(chooseHost([], ["a"])).toBeNull();
  });

  test("takes the only one who is free, whatever the load", () => {
    const choice = chooseHost([host("a", 9), host("b")], ["a"]);
    expect(choice).toMatchObject({ hostId: "a", reason: "ONLY_ONE_FREE" });
    expect(choice?.standings.map(({ hostId, isFree }) => [hostId, isFree])).toEqual([
      ["a", true],
      ["b", false],
    ]);
  });

  test("puts priority before load", () => {
    const hosts = [host("a", 0), host("b", 5, { priority: 1 }), host("c", 9, { priority: 1 })];
    expect(chooseHost(hosts, ["a", "b", "c"])).toMatchObject({ hostId: "b", reason: "LEAST_LOAD" });
    expect(chooseHost(hosts, ["a", "c"])).toMatchObject({
      hostId: "c",
      reason: "HIGHEST_PRIORITY",
      explanation: "c takes the meeting: priority 1 is above 0.",
    });
  });

  test("gives the meeting to the one with the least load", () => {
    const choice = chooseHost([host("a", 3), host("b", 2)], ["a", "b"]);
    expect(choice).toMatchObject({
      hostId: "b",
      reason: "LEAST_LOAD",
      explanation: "b takes the meeting: a load of 2.00 is below 3.00.",
    });
    expect(choice?.standings[0]).toEqual({
      hostId: "b",
      isFree: true,
      priority: 0,
      weight: 1,
      bookings: 2,
      load: 2,
      lastBookedAt: 2 * day,
    });
  });

  test("of equal loads takes the one whose last booking lies furthest back, and who has none before all", () => {
    const hosts = [host("a", 0, { bookedAt: [5] }), host("b", 0, { bookedAt: [4] })];
    expect(chooseHost(hosts, ["a", "b"])).toMatchObject({ hostId: "b", reason: "LONGEST_WAIT" });
    const newcomers = [host("a", 0, { bookedAt: [0] }), host("b", 0, { joinedAt: 1 })];
    expect(chooseHost(newcomers, ["a", "b"])).toMatchObject({
      hostId: "b",
      reason: "LONGEST_WAIT",
    });
  });

  test("of equals takes the first by id, in whatever order they are given", () => {
    for (const hosts of [
      [host("a"), host("b")],
      [host("b"), host("a")],
    ]) {
      expect(chooseHost(hosts, ["a", "b"])).toMatchObject({ hostId: "a", reason: "FIRST_BY_ID" });
    }
  });

  test("shares out evenly, and by weight", () => {
    expect(deal([host("a"), host("b"), host("c")], 30).got).toEqual({ a: 10, b: 10, c: 10 });
    const weighted = [host("a", 0, { weight: 3 }), host("b", 0, { weight: 2 }), host("c")];
    expect(deal(weighted, 60).got).toEqual({ a: 30, b: 20, c: 10 });
  });

  test("gives nothing to a weight of 0", () => {
    expect(deal([host("a", 0, { weight: 0 }), host("b")], 5).got).toEqual({ a: 0, b: 5 });
    expect(chooseHost([host("a", 0, { weight: 0 })], ["a"])).toBeNull();
  });

  test("lets a newcomer take a fair share from the day of joining, neither all nor none", () => {
    const { team } = deal([host("a"), host("b")], 40);
    const joined = [...team, host("new", 0, { joinedAt: 40 * day })];
    expect(deal(joined, 30, 41 * day).got).toEqual({ a: 10, b: 10, new: 10 });
  });

  test("is as fair to a newcomer's newcomer, and to newcomers of another weight", () => {
    const { team } = deal([host("a"), host("b", 0, { weight: 2 })], 30);
    const first = [...team, host("c", 0, { joinedAt: 31 * day, weight: 3 })];
    const { team: three, got } = deal(first, 60, 32 * day);
    expect(got).toEqual({ a: 10, b: 20, c: 30 });
    const second = [...three, host("d", 0, { joinedAt: 100 * day, weight: 6 })];
    expect(deal(second, 120, 101 * day).got).toEqual({ a: 10, b: 20, c: 30, d: 60 });
  });

  test("compares loads as fractions, so that thirds are equal", () => {
    const hosts = [host("b", 1, { weight: 3 }), host("a", 0, { weight: 0.3, joinedAt: 3 * day })];
    expect(chooseHost(hosts, ["a", "b"])?.reason).toBe("LONGEST_WAIT");
  });
});
