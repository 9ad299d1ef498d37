import { expect, test } from "vitest";
import type { RoutingCondition, RoutingQuestion } from "./routing-form.ts";
import { routeOf } from "./route-of.ts";
import { unreachableRules } from "./unreachable-rules.ts";

const question = (key: string, changes: Partial<RoutingQuestion> = {}): RoutingQuestion => ({
  key,
  kind: "TEXT",
  label: key,
  isRequired: false,
  choices: [],
  ...changes,
});

const questions = [
  question("plan", { kind: "CHOICE", choices: ["a", "b", "c"], isRequired: true }),
  question("region", { kind: "CHOICE", choices: ["north", "south"] }),
  question("size", { kind: "NUMBER" }),
  question("topic"),
  question("agrees", { kind: "CONSENT", isRequired: true }),
  question("is-new", { kind: "CONSENT" }),
];

const when = (
  questionKey: string,
  operator: RoutingCondition["operator"],
  value: string | readonly string[] | number | boolean,
): RoutingCondition => ({
  questionKey,
  operator,
  texts: typeof value === "object" ? value : typeof value === "string" ? [value] : [],
  number: typeof value === "number" ? value : null,
  consent: typeof value === "boolean" ? value : null,
});

const plan = (...choices: string[]) => when("plan", "ONE_OF", choices);
const more = (than: number) => when("size", "GREATER", than);
const less = (than: number) => when("size", "LESS", than);
const exactly = (size: number) => when("size", "EQUALS", size);
const about = (topic: string) => when("topic", "CONTAINS", topic);
const topic = (...texts: string[]) => when("topic", "ONE_OF", texts);

test.each<[string, readonly (readonly RoutingCondition[])[], readonly number[]]>([
  ["other choices", [[plan("a")], [plan("b")]], []],
  ["the same again", [[plan("a")], [plan("a")]], [1]],
  ["some of the choices of the one before", [[plan("a", "b")], [plan("b")]], [1]],
  ["more than those of the one before", [[plan("a")], [plan("a", "b")]], []],
  ["all choices of a required question, then anything", [[plan("a", "b", "c")], [more(5)]], [1]],
  [
    "all choices of an optional one, then anything",
    [[when("region", "ONE_OF", ["north", "south"])], [more(5)]],
    [],
  ],
  ["two choices at once", [[plan("a"), plan("b")]], [0]],
  ["a narrower rule first", [[plan("a"), more(5)], [plan("a")]], []],
  ["a narrower rule last", [[plan("a")], [plan("a"), more(5)]], [1]],
  ["more than 5, then more than 10", [[more(5)], [more(10)]], [1]],
  ["more than 10, then more than 5", [[more(10)], [more(5)]], []],
  ["more than 5, then exactly 5", [[more(5)], [exactly(5)]], []],
  ["more than 5, then exactly 6", [[more(5)], [exactly(6)]], [1]],
  ["exactly 6, then more than 5", [[exactly(6)], [more(5)]], []],
  ["more than 5 and less than 5", [[more(5), less(5)]], [0]],
  ["more than 5 and less than 6", [[more(5), less(6)]], []],
  ["exactly 5 and exactly 6", [[exactly(5), exactly(6)]], [0]],
  ["exactly 5 and more than 5", [[exactly(5), more(5)]], [0]],
  ["what contradicts itself, then a part of it", [[more(2), exactly(1)], [exactly(1)]], [0]],
  ["a word, then a longer one with it inside", [[about("tax")], [about("Taxes")]], [1]],
  ["a word, then a shorter one", [[about("taxes")], [about("tax")]], []],
  ["a word, then texts that all contain it", [[about("tax")], [topic("Tax law", "my taxes")]], [1]],
  ["a word, then texts of which one contains it", [[about("tax")], [topic("tax", "law")]], []],
  ["a text, whatever its case", [[topic("Law")], [topic("law")]], [1]],
  ["a text without a word that it must contain", [[topic("law"), about("tax")]], [0]],
  ["a consent that is always given, refused", [[when("agrees", "EQUALS", false)]], [0]],
  [
    "a consent that is always given, then anything",
    [[when("agrees", "EQUALS", true)], [more(1)]],
    [1],
  ],
  ["yes, then no", [[when("is-new", "EQUALS", true)], [when("is-new", "EQUALS", false)]], []],
])("%s", (_, rules, unreachable) => {
  const target = { meetingTypeId: "t", group: null };
  const made = rules.map((conditions) => ({ conditions, target }));
  expect(unreachableRules(made, questions)).toEqual(unreachable);
});

test("of thousands of forms no rule that is called unreachable ever decides", () => {
  // The same numbers every time (Park and Miller's generator).
  let state = 20_261_122;
  const below = (limit: number) => (state = (state * 48_271) % 2_147_483_647) % limit;
  const any = <Item>(items: readonly Item[]): Item => items[below(items.length)]!;
  const makers = [
    () => plan(any(["a", "b", "c"]), any(["a", "b", "c"])),
    () => when("region", "EQUALS", any(["north", "south"])),
    () => any([more, less, exactly])(below(4)),
    () => any([about, topic])(any(["x", "xy", "y"])),
    () => when(any(["agrees", "is-new"]), "EQUALS", below(2) === 0),
  ];
  const answers = ["a", "b", "c"].flatMap((plan) =>
    [undefined, "north", "south"].flatMap((region) =>
      [undefined, "-1", "0.5", "1", "2", "3.5"].flatMap((size) =>
        [undefined, "x", "y", "xy", "ayx"].flatMap((topic) =>
          [undefined, "yes", "no"].map((isNew) => {
            const given = { plan, region, size, topic, agrees: "yes", "is-new": isNew };
            return new Map(
              Object.entries(given).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])),
            );
          }),
        ),
      ),
    ),
  );
  let found = 0;
  for (let round = 0; round < 2_000; round += 1) {
    const rules = Array.from({ length: 4 }, (_, i) => ({
      conditions: Array.from({ length: 1 + below(3) }, () => any(makers)()),
      target: { meetingTypeId: `${i}`, group: null },
    }));
    const unreachable = unreachableRules(rules, questions);
    found += unreachable.length;
    if (unreachable.length === 0) continue;
    const form = {
      id: "f",
      organizationId: "o",
      title: "?",
      createdAt: 0,
      updatedAt: 0,
      questions,
      rules,
      fallback: null,
    };
    const taken = new Set(
      answers.map((each) => routeOf(form, { answers: each, find: (to) => to.meetingTypeId })),
    );
    expect(unreachable.filter((i) => taken.has(`${i}`))).toEqual([]);
  }
  expect(found).toBeGreaterThan(500);
});
