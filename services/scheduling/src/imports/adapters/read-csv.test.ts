import { InvalidInput } from "@tidbok/domain";
import { expect, test } from "vitest";
import { readCsv } from "./read-csv.ts";

const head = "start,end,name,email";
const line = "2027-02-02 09:00,2027-02-02 09:30,Ada,ada@example.org";

function problemOf(content: string): string {
  try {
    readCsv(content);
    return "none";
  } catch (error) {
    const { problems } = (error as InvalidInput).details as {
      problems: { path: string; code: string; message: string }[];
    };
    expect(JSON.stringify(problems)).not.toContain("Ada");
    return problems.map(({ path, code }) => `${path} ${code}`).join();
  }
}

test.each([
  ["commas", `${head}\n${line}`],
  ["a byte order mark and the line breaks of Windows", `\uFEFF${head}\r\n${line}\r\n`],
  ["the line breaks of old", `${head}\r${line}`],
  ["semicolons, as Excel writes them in much of Europe", `${head}\n${line}`.replaceAll(",", ";")],
  ["tabs", `${head}\n${line}`.replaceAll(",", "\t")],
  ["quotes around everything", `${head}\n"${line.replaceAll(",", '","')}"`],
  ["names of columns as people write them", `Start , END,"Name",E-Mail\n${line}`],
  ["empty lines", `${head}\n\n\n${line}\n\n`],
  ["rows of commas and of spaces", `,,,\n${head}\n,,,\n${line}\n   \n\t\n,,,`],
  ["a comma at the end of a row", `${head}\n${line},`],
  ["a comma at the end of each row", `${head},\n${line},`],
  ["the line of Excel", `sep=;\r\n${head}\r\n${line}`.replaceAll(",", ";")],
  ["the line of Excel for tabs", `"sep=\t"\n${head}\n${line}`.replaceAll(",", "\t")],
  [
    "names of columns as other programs have them",
    `Start Time;End Time;Full Name;E-mail address\n${line.replaceAll(",", ";")}`,
  ],
  [
    "a clock of twelve hours",
    `${head}\n2027-02-02 9:00 AM,2027-02-02 9:30\u202Fa.m.,Ada,ada@example.org`,
  ],
])("reads %s", (_, content) => {
  const { bookings, unreadColumns } = readCsv(content);
  expect(unreadColumns).toEqual([]);
  expect(bookings).toMatchObject([
    {
      start: { wall: Date.parse("2027-02-02T09:00Z"), timeZone: null },
      end: { wall: Date.parse("2027-02-02T09:30Z"), timeZone: null },
      name: "Ada",
      email: "ada@example.org",
      phone: null,
      uid: null,
      problems: [],
    },
  ]);
});

test("what stands in quotes may hold anything, and each booking has the line on which it begins", () => {
  const content = [
    "start,end,name,email,uid",
    '1,2,"Love""lace, Ada",a@b.c,"two\r\nlines"',
    "",
    "1,2,=HYPERLINK(1),a@b.c,",
    '1,2,"x\n\ny",a@b.c,z',
    "1,2,+1,a@b.c,last",
  ].join("\r\n");
  const { bookings } = readCsv(content);
  expect(bookings.map(({ line: at, name, uid }) => [at, name, uid])).toEqual([
    [2, 'Love"lace, Ada', "two\nlines"],
    [5, "=HYPERLINK(1)", null],
    [6, "x\n\ny", "z"],
    [9, "+1", "last"],
  ]);
});

test("a delimiter in quotes does not count, and a quote may stand in quotes", () => {
  const content = `start;end;name;email;"a, b, ""c"", d, e, f"\n${line.replaceAll(",", ";")};x`;
  expect(readCsv(content)).toMatchObject({ bookings: [{ name: "Ada" }], unreadColumns: [5] });
});

test("lines count from the file's first, whatever stands before the names of the columns", () => {
  const content = `sep=,\n\n,,,\n${head}\n,,,\n${line}`;
  expect(readCsv(content).bookings.map((booking) => booking.line)).toEqual([6]);
});

test.each([
  ["UTF-16", `\0s\0t`],
  ["UTF-16 as Windows-1252", "ÿþs"],
  ["Windows-1252 as UTF-8", `${head}\n${line.replace("Ada", "\uFFFDsa")}`],
  ["UTF-8 as Windows-1252", `ï»¿${head}\n${line}`],
])("a file of %s is refused, because its names would be wrong", (_, content) => {
  expect(problemOf(content)).toBe("content UNREADABLE");
});

test("a line with other fields than the first one is told apart, and columns of no meaning are told", () => {
  const content = `start,Notes,end,name,email,Price\n1,2,3,4,5,6\n1,2,3\n1,2,3,4,5,6,7`;
  const { bookings, unreadColumns } = readCsv(content);
  expect(unreadColumns).toEqual([2, 6]);
  expect(
    bookings.map(({ line: at, problems }) => [at, ...problems.map(({ code }) => code)]),
  ).toEqual([[2], [3, "WRONG_COLUMN_COUNT"], [4, "WRONG_COLUMN_COUNT"]]);
});

test.each([
  ["", "content EMPTY"],
  ["\n\n", "content EMPTY"],
  [`${head}\n`, "content EMPTY"],
  ["name,email\nAda,a@b.c", "content MISSING_COLUMN"],
  ["start,name,email\n1,Ada,a@b.c", "content MISSING_COLUMN"],
  [`start,Start,end,name,email\n`, "content REPEATED_COLUMN"],
  [`${head}\n"Ada`, "content UNREADABLE"],
  [`${head}\n1,2,Ada"x",3`, "content UNREADABLE"],
  [`${head}\n${`${line}\n`.repeat(1_001)}`, "content TOO_MANY"],
  [`${head}\n${`${line}\n`.repeat(1_000)}`, "none"],
])("%j is refused with %s", (content, problem) => {
  expect(problemOf(content)).toBe(problem);
});
