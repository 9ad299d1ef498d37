import { expect, test } from "vitest";
import { dataCategories, dataMap, isDataCategory } from "./data-map.ts";
import { weakenings } from "./compose/weakenings.ts";

const rows = dataCategories.map((name) => [name, dataMap[name]] as const);

test.each(rows)(
  "%s has one mask at most, so that the gateway may mask what a service has masked",
  (_, { rules }) => {
    const masks = new Set(Object.values(rules).filter((rule) => rule.startsWith("mask:")));
    expect(masks.size).toBeLessThanOrEqual(1);
  },
);

test.each(rows)("%s shows partners nothing without a scope", (_, { rules, scope }) => {
  expect(scope !== null).toBe(rules.partner === "reveal");
});

test.each(rows)(
  "%s has the purposes of the audiences that it is shown to",
  (_, { rules, purposes }) => {
    const isShown = (rule: string) => rule !== "hide" && rule !== "deny";
    if (isShown(rules.partner)) expect(purposes).toContain("provide.integrate");
    if (isShown(rules.support)) expect(purposes).toContain("support");
    if (isShown(rules.admin) || isShown(rules.host)) expect(purposes).toContain("provide.schedule");
  },
);

test.each(rows)("%s is shown to no analyst", (_, { rules }) => {
  expect(["hide", "deny"]).toContain(rules.analyst);
});

test("an overseer sees what an admin does, and who attends: name and address, nothing else", () => {
  const differing = rows.filter(([, { rules }]) => rules.overseer !== rules.admin);
  expect(differing.map(([name]) => name)).toEqual(["ATTENDEE_NAME", "ATTENDEE_EMAIL"]);
  for (const [, { rules }] of differing) expect(rules.overseer).toBe("reveal");
});

test("a secret is denied to everybody", () => {
  for (const [, { sensitivity, rules }] of rows) {
    if (sensitivity === "secret") expect(new Set(Object.values(rules))).toEqual(new Set(["deny"]));
  }
});

test("only the map's own rows are categories", () => {
  expect(isDataCategory("ATTENDEE_EMAIL")).toBe(true);
  expect(isDataCategory("toString")).toBe(false);
});

test("a map that protects less than before is told apart, point by point", () => {
  const { ATTENDEE_EMAIL: row, ...others } = dataMap;
  const after = (change: Partial<typeof row>) =>
    weakenings(dataMap, { ...others, ATTENDEE_EMAIL: { ...row, ...change } });
  const points = (change: Partial<typeof row>) => after(change).flatMap((each) => each.points);

  expect(after({})).toEqual([]);
  expect(points({ rules: { ...row.rules, admin: "mask:email" } })).toEqual([
    "admin gets mask:email instead of hide",
  ]);
  expect(points({ rules: { ...row.rules, support: "mask:initials" } })).toEqual([
    "support gets mask:initials instead of mask:email",
  ]);
  expect(points({ purposes: [...row.purposes, "research"] })).toEqual([
    "it serves research as well",
  ]);
  expect(points({ scope: "everything:read" })).toEqual([
    "partners need everything:read instead of attendees.email:read",
  ]);
  expect(points({ sensitivity: "personal" })).toEqual([
    "it counts as personal instead of protected",
  ]);
  expect(points({ retention: "account" })).toEqual(["its retention is account instead of booking"]);
  expect(weakenings(dataMap, others)).toEqual([
    { category: "ATTENDEE_EMAIL", points: ["it is gone"] },
  ]);
});

test("an audience that a map did not know got nothing of it", () => {
  const { ATTENDEE_EMAIL: row, ...others } = dataMap;
  const { host: _, ...known } = row.rules;
  const before = { ...others, ATTENDEE_EMAIL: { ...row, rules: known } } as typeof dataMap;
  expect(weakenings(before, dataMap)).toEqual([
    { category: "ATTENDEE_EMAIL", points: ["host gets reveal instead of hide"] },
  ]);
});

test("a stricter map, or one with a new row, is no weaker", () => {
  const { ATTENDEE_EMAIL: row, ...others } = dataMap;
  const stricter = {
    ...row,
    purposes: [],
    rules: { ...row.rules, host: "mask:email", support: "hide" },
  } as const;
  expect(weakenings(dataMap, { ...others, ATTENDEE_EMAIL: stricter })).toEqual([]);
  expect(weakenings(others, dataMap)).toEqual([]);
});
