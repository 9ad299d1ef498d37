import { expect, test } from "vitest";
import { readRule } from "./recurrence-rule.ts";
import { ruleStarts } from "./rule-starts.ts";
import { newBudget } from "./step-budget.ts";
import { wallOf } from "./wall-of.ts";

function startsOf(text: string, start: string, until = "20150101"): readonly string[] {
  const rule = readRule(text);
  if (!rule) throw new Error("The rule cannot be read.");
  const wall = wallOf(start)?.wall ?? 0;
  const query = { start: wall, from: wall, until: wallOf(until)?.wall ?? 0, budget: newBudget() };
  const starts = ruleStarts(rule, { ...query, instantOf: (each) => each });
  return starts.map((each) => new Date(each).toISOString().slice(0, 16));
}

const dates = (...args: Parameters<typeof startsOf>) =>
  startsOf(...args)
    .map((text) => text.slice(0, 10))
    .join(" ");

const tuesday = "19970902T090000";

// The examples of RFC 5545 3.8.5.3.
test.each([
  ["FREQ=DAILY;COUNT=3", tuesday, "1997-09-02 1997-09-03 1997-09-04"],
  ["FREQ=DAILY;INTERVAL=10;COUNT=3", tuesday, "1997-09-02 1997-09-12 1997-09-22"],
  ["FREQ=WEEKLY;UNTIL=19970917T000000Z", tuesday, "1997-09-02 1997-09-09 1997-09-16"],
  ["FREQ=WEEKLY;UNTIL=19970916", tuesday, "1997-09-02 1997-09-09 1997-09-16"],
  ["FREQ=WEEKLY;INTERVAL=2;WKST=SU;COUNT=3", tuesday, "1997-09-02 1997-09-16 1997-09-30"],
  [
    "FREQ=WEEKLY;INTERVAL=2;COUNT=4;WKST=SU;BYDAY=TU,TH",
    tuesday,
    "1997-09-02 1997-09-04 1997-09-16 1997-09-18",
  ],
  ["FREQ=MONTHLY;COUNT=3;BYDAY=1FR", "19970905T090000", "1997-09-05 1997-10-03 1997-11-07"],
  ["FREQ=MONTHLY;COUNT=3;BYDAY=-2MO", "19970922T090000", "1997-09-22 1997-10-20 1997-11-17"],
  ["FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3", "19970928T090000", "1997-09-28 1997-10-29 1997-11-28"],
  ["FREQ=MONTHLY;COUNT=3;BYMONTHDAY=1,-1", "19970930T090000", "1997-09-30 1997-10-01 1997-10-31"],
  ["FREQ=YEARLY;COUNT=3;BYMONTH=6,7", "19970610T090000", "1997-06-10 1997-07-10 1998-06-10"],
  [
    "FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200",
    "19970101T090000",
    "1997-01-01 1997-04-10 1997-07-19 2000-01-01",
  ],
  ["FREQ=YEARLY;BYDAY=20MO;COUNT=3", "19970519T090000", "1997-05-19 1998-05-18 1999-05-17"],
  [
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3",
    "19970512T090000",
    "1997-05-12 1998-05-11 1999-05-17",
  ],
  ["FREQ=YEARLY;BYWEEKNO=-1;BYDAY=MO;COUNT=2", "19971222T090000", "1997-12-22 1998-12-28"],
  [
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3",
    "19980213T090000",
    "1998-02-13 1998-03-13 1998-11-13",
  ],
  [
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3",
    "19961105T090000",
    "1996-11-05 2000-11-07 2004-11-02",
  ],
  [
    "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
    "19970904T090000",
    "1997-09-04 1997-10-07 1997-11-06",
  ],
  [
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3",
    "19970929T090000",
    "1997-09-29 1997-10-30 1997-11-27",
  ],
  [
    "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
    "20070115T090000",
    "2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30",
  ],
  [
    "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
    "19970805T090000",
    "1997-08-05 1997-08-10 1997-08-19 1997-08-24",
  ],
  [
    "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
    "19970805T090000",
    "1997-08-05 1997-08-17 1997-08-19 1997-08-31",
  ],
  ["FREQ=YEARLY;COUNT=2", "19960229T090000", "1996-02-29 2000-02-29"],
])("%s from %s is %s", (rule, start, expected) => {
  expect(dates(rule, start)).toBe(expected);
});

test("hours of a day are times of its days", () => {
  expect(startsOf("FREQ=DAILY;BYHOUR=14,9;BYMINUTE=0,20;COUNT=3", tuesday)).toEqual([
    "1997-09-02T09:00",
    "1997-09-02T09:20",
    "1997-09-02T14:00",
  ]);
});

test.each([
  "",
  "FREQ=HOURLY",
  "FREQ=SECONDLY;COUNT=2",
  "FREQ=DAILY;INTERVAL=0",
  "FREQ=DAILY;BYMONTH=13",
  "FREQ=WEEKLY;BYDAY=XX",
  "FREQ=DAILY;UNTIL=tomorrow",
])("%j is no rule of days", (text) => expect(readRule(text)).toBeNull());

test.each([
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
  "FREQ=DAILY;INTERVAL=7;BYDAY=WE",
  "FREQ=MONTHLY;BYSETPOS=40;BYDAY=MO",
])("%s, which no day follows, comes to an end", (rule) =>
  expect(startsOf(rule, tuesday)).toEqual([]),
);

test("a rule that begins in 1601 is computed from the first year that matters", () => {
  const rule = readRule("FREQ=DAILY");
  const budget = newBudget();
  const day = (text: string) => wallOf(text)?.wall ?? 0;
  const [from, until] = [day("20270101"), day("20270103")];
  const query = { start: day("16010101T030000"), from, until, budget };
  expect(rule && ruleStarts(rule, { ...query, instantOf: (wall) => wall })).toHaveLength(2);
  expect(newBudget().left - budget.left).toBeLessThan(20);
});
