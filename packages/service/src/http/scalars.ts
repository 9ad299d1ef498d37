import { InvalidInput, isKnownInstant } from "@tidbok/domain";
import { GraphQLScalarType, Kind, type ValueNode } from "graphql";

const instant =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/;
const day = /^\d{4}-\d{2}-\d{2}$/;
const wallTime = /^(?:([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** RFC 3339 instants of the years 1970 to 2199. In resolvers a number of milliseconds since 1970 (domain's Instant). */
const DateTime = scalar("DateTime", {
  parse: (text) =>
    instant.test(text) && isCalendarDay(text.slice(0, 10)) ? Date.parse(text) : null,
  write: (value) => new Date(value as number).toISOString(),
  isInRange: isKnownInstant,
  wanted: "an RFC 3339 instant such as 2027-02-01T09:00:00Z",
});

/** Calendar dates of the years 1970 to 2199 without a time or zone (RFC 3339 full-date), as text. */
const LocalDate = scalar("Date", {
  parse: (text) => (isCalendarDay(text) ? text : null),
  write: String,
  isInRange: (text) => isKnownInstant(Date.parse(text)),
  wanted: "a date such as 2027-02-01",
});

/** Wall times without a zone, 00:00 to 24:00, as text. */
const LocalTime = scalar("LocalTime", {
  parse: (text) => (wallTime.test(text) ? text : null),
  write: String,
  isInRange: () => true,
  wanted: "a time of day from 00:00 to 24:00",
});

/** The scalars that every subgraph's SDL may declare, with one meaning everywhere. */
export const scalars = { DateTime, Date: LocalDate, LocalTime };

function isCalendarDay(text: string): boolean {
  if (!day.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function scalar<Inner>(
  name: string,
  rules: {
    parse: (text: string) => Inner | null;
    write: (value: unknown) => string;
    isInRange: (parsed: Inner) => boolean;
    wanted: string;
  },
): GraphQLScalarType<Inner, string> {
  function parse(value: unknown): Inner {
    const parsed = typeof value === "string" ? rules.parse(value) : null;
    // NaN is what Date.parse makes of 25:00.
    if (parsed === null || Number.isNaN(parsed)) throw mistake("WRONG_FORMAT", rules.wanted);
    if (!rules.isInRange(parsed)) throw mistake("OUT_OF_RANGE", "between 1970 and 2199");
    return parsed;
  }
  return new GraphQLScalarType<Inner, string>({
    name,
    serialize: rules.write,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : null),
  });
}

function mistake(code: string, wanted: string): InvalidInput {
  return new InvalidInput([{ path: "", code, message: `must be ${wanted}` }]);
}
