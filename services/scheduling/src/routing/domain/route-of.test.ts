import { expect, test } from "vitest";
import { routeOf } from "./route-of.ts";
import type { RoutingCondition, RoutingForm } from "./routing-form.ts";

const condition = (changes: Partial<RoutingCondition>): RoutingCondition => ({
  questionKey: "size",
  operator: "EQUALS",
  texts: [],
  number: null,
  consent: null,
  ...changes,
});
const to = (meetingTypeId: string) => ({ meetingTypeId, group: null });
const ask = (key: string, kind: "TEXT" | "CHOICE" | "NUMBER" | "CONSENT") => ({
  key,
  kind,
  label: key,
  isRequired: false,
  choices: [],
});

const form: RoutingForm = {
  id: "f",
  organizationId: "o",
  title: "Where to?",
  createdAt: 0,
  updatedAt: 0,
  questions: [
    ask("size", "NUMBER"),
    ask("topic", "TEXT"),
    ask("is-new", "CONSENT"),
    ask("plan", "CHOICE"),
  ],
  rules: [
    { conditions: [condition({ operator: "GREATER", number: 50 })], target: to("large") },
    {
      conditions: [
        condition({ operator: "LESS", number: 10 }),
        condition({ questionKey: "is-new", consent: true }),
      ],
      target: to("small and new"),
    },
    { conditions: [condition({ number: 20 })], target: to("twenty") },
    {
      conditions: [condition({ questionKey: "topic", operator: "CONTAINS", texts: ["Åre"] })],
      target: to("Åre"),
    },
    {
      conditions: [condition({ questionKey: "topic", operator: "ONE_OF", texts: ["Ski", "ﬁsh"] })],
      target: to("sport"),
    },
    { conditions: [condition({ questionKey: "plan", texts: ["A"] })], target: to("plan A") },
  ],
  fallback: to("everybody else"),
};

const led = (answers: Record<string, string>, gone: readonly string[] = []) =>
  routeOf(form, {
    answers: new Map(Object.entries(answers)),
    find: ({ meetingTypeId }) => (gone.includes(meetingTypeId) ? null : meetingTypeId),
  });

test.each([
  [{ size: "51" }, "large"],
  [{ size: "50" }, "everybody else"],
  [{ size: "1e3" }, "large"],
  [{ size: "9.5", "is-new": "yes" }, "small and new"],
  [{ size: "9.5", "is-new": "no" }, "everybody else"],
  [{ size: "9.5" }, "everybody else"],
  [{ size: "20" }, "twenty"],
  [{ size: "51", topic: "Åre" }, "large"],
  [{ topic: "To ÅRE by train" }, "Åre"],
  [{ topic: " SKI " }, "sport"],
  [{ topic: "fish" }, "sport"],
  [{ topic: "skiing" }, "everybody else"],
  [{ plan: "A" }, "plan A"],
  [{ plan: "a" }, "everybody else"],
  [{}, "everybody else"],
])("%j leads to %s", (answers, target) => {
  expect(led(answers as Record<string, string>)).toBe(target);
});

test("where a target is no more the fallback is taken, and where that is no more nothing", () => {
  expect(led({ size: "51" }, ["large"])).toBe("everybody else");
  expect(led({ size: "51" }, ["large", "everybody else"])).toBeNull();
  expect(routeOf({ ...form, fallback: null }, { answers: new Map(), find: () => "x" })).toBeNull();
});
