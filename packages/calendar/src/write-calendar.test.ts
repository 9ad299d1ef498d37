import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { writeCalendar, type CalendarEvent } from "./write-calendar.ts";

const someEvent: CalendarEvent = {
  uid: "01a20497-3079-7055-80f8-e7d51753c7f9",
  sequence: 2,
  stampAt: Date.UTC(2027, 0, 1),
  createdAt: null,
  changedAt: null,
  start: Date.UTC(2027, 1, 1, 9),
  end: Date.UTC(2027, 1, 1, 10),
  summary: "Tea",
  description: null,
  location: null,
  url: null,
  status: "CONFIRMED",
  isBusy: null,
  organizer: { name: "Hanna", address: "no-reply@tidbok.example" },
  attendee: { name: "Anna", address: "anna@example.com" },
};

// Texts as well (RFC 7986, 5.1), which the reader does not know.
for (const name of ["name", "x-wr-calname"]) {
  ICAL.design.icalendar.property[name] = { defaultType: "text" };
}

/** An independent reader of what was written. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]);
  const [event] = calendar.getAllSubcomponents("vevent");
  if (!event) throw new Error("no event");
  const names = (component: InstanceType<typeof ICAL.Component>) =>
    component.getAllProperties().map(({ name }) => name);
  return { calendar, event, names: [...names(calendar), ...names(event)] };
}

/** The CN of a property, by the letter of RFC 6868. */
function parameterOf(text: string, property: string): string | undefined {
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  const line = lines.find((each) => each.startsWith(`${property.toUpperCase()};`)) ?? "";
  const decoded: Record<string, string> = { "^n": "\n", "^'": '"', "^^": "^" };
  return /CN="([^"]*)"/.exec(line)?.[1]?.replaceAll(/\^[n'^]/g, (pair) => decoded[pair] ?? pair);
}

const write = (event: Partial<CalendarEvent>, name: string | null = "Work") =>
  writeCalendar({
    method: "REQUEST",
    name,
    refreshSeconds: 3600,
    events: [{ ...someEvent, ...event }],
  });

// Marks that have a meaning in iCalendar, in parameters (RFC 6868) or in URIs, line breaks, and characters of 1 to 4 bytes.
const mark = fc.constantFrom(
  ..."\\;,:\"^'=\n\t nN",
  "^n",
  "\\n",
  "\\,",
  "\r\nATTENDEE:mailto:evil@example.org",
  "\r\nEND:VEVENT\r\n",
  "åäö",
  "日本",
  "👩‍👩‍👧",
  "\u0000",
  "\u0007",
);
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(fc.oneof(mark, fc.string({ maxLength: 12 })), { maxLength: 40 })
    .map((all) => all.join("")),
);
const asRead = (given: string) =>
  given.replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replaceAll(/(?![\n\t])\p{Cc}/gu, "");

test("every text is read back as it was written, and none adds a line of its own", () => {
  const plain = read(write({ description: "a", location: "b" })).names;
  fc.assert(
    fc.property(fc.array(text, { minLength: 6, maxLength: 6 }), (given) => {
      const [name, summary, description, location, organizer, attendee] = given.map(
        (each) => `a${each}z`,
      ) as [string, string, string, string, string, string];
      const written = write(
        {
          summary,
          description,
          location,
          organizer: { name: organizer, address: "no-reply@tidbok.example" },
          attendee: { name: attendee, address: "anna@example.com" },
        },
        name,
      );
      const { calendar, event, names } = read(written);
      expect(names).toEqual(plain);
      const value = (property: string) => event.getFirstPropertyValue(property);
      expect(calendar.getFirstPropertyValue("name")).toBe(asRead(name));
      expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe(asRead(name));
      expect(value("summary")).toBe(asRead(summary));
      expect(value("description")).toBe(asRead(description));
      expect(value("location")).toBe(asRead(location));
      for (const [property, given] of [
        ["organizer", organizer],
        ["attendee", attendee],
      ] as const) {
        expect(parameterOf(written, property)).toBe(asRead(given));
        // The reader takes backslashes in parameters for escapes, which RFC 5545 (3.1.1) does not know.
        const isPlain = !given.includes("\\");
        const name = event.getFirstProperty(property)?.getParameter("cn");
        if (isPlain) expect(name).toBe(asRead(given));
      }
    }),
    { numRuns: 500 },
  );
});

test("lines end with CRLF and have 75 octets at most, and no character is cut in two", () => {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  fc.assert(
    fc.property(text, text, (summary, name) => {
      const written = write({ summary, attendee: { name, address: "a@example.com" } }, name);
      expect(written.endsWith("END:VCALENDAR\r\n")).toBe(true);
      const bytes = Buffer.from(written);
      expect(bytes.toString("utf8")).toBe(written);
      for (const line of written.slice(0, -2).split("\r\n")) {
        expect(line).not.toMatch(/[\r\n]/);
        const octets = Buffer.from(line);
        expect(octets.length).toBeLessThanOrEqual(75);
        expect(utf8.decode(octets)).toBe(line);
      }
    }),
    { numRuns: 500 },
  );
});

test("an address with marks of URIs is the same address when it is read", () => {
  for (const address of [
    "b&b@example.com",
    "a=b@example.com",
    "what?#%/{}|^`@example.com",
    "o'brien+news*!$~@example.com",
    "åsa@exämple.com",
  ]) {
    const { event } = read(write({ attendee: { name: null, address } }));
    const uri = String(event.getFirstPropertyValue("attendee")).replace(/^mailto:/i, "");
    expect(decodeURIComponent(uri)).toBe(address);
    expect(uri).not.toMatch(/[?#&=]/);
  }
});

test("an address of a page is read back, with the secret behind its #", () => {
  const url = "https://book.tidbok.example/manage#a.b-c_d;e,f";
  const found = String(read(write({ url })).event.getFirstPropertyValue("url"));
  expect(decodeURIComponent(found)).toBe(url);
});
