import type { z } from "zod";

type Issue = z.core.$ZodRawIssue;

/**
 * What is wrong with a value, in our own words, where its schema has none: a fragment of a sentence that begins with a
 * verb, such as "must be at most 3650". It names the limit and never the value, nor a key that the client made up.
 */
export function wordsOfIssue(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input == null
        ? "must be given"
        : (ofType[issue.expected] ?? "has the wrong type");
    case "too_big":
      return ofLimit(issue, { limit: issue.maximum, inclusive: "at most", exclusive: "less than" });
    case "too_small":
      return ofLimit(issue, {
        limit: issue.minimum,
        inclusive: "at least",
        exclusive: "more than",
      });
    case "not_multiple_of":
      return `must be a multiple of ${issue.divisor}`;
    case "invalid_format":
      return ofFormat[issue.format] ?? "has the wrong form";
    case "invalid_value":
      return issue.values.length === 1
        ? `must be ${String(issue.values[0])}`
        : `must be one of ${issue.values.map(String).join(", ")}`;
    case "unrecognized_keys":
      return "has fields that this input does not have";
    case "invalid_union":
      return "fits none of the allowed forms";
    case "invalid_key":
      return "has a key that is not allowed";
    case "invalid_element":
      return "has an entry that is not allowed";
    default:
      return "is not valid";
  }
}

const ofType: Readonly<Record<string, string>> = {
  string: "must be text",
  number: "must be a number",
  nan: "must be a number",
  int: "must be a whole number",
  boolean: "must be true or false",
  array: "must be a list",
  object: "must be an object",
};

const ofFormat: Readonly<Record<string, string>> = {
  email: "must be an e-mail address",
  url: "must be a URL",
  guid: "must be an id",
  uuid: "must be an id",
  date: "must be a date such as 2027-02-28",
  datetime: "must be an instant such as 2027-02-28T09:00:00Z",
};

const units: Readonly<Record<string, readonly [string, string]>> = {
  string: ["character", "characters"],
  array: ["entry", "entries"],
  set: ["entry", "entries"],
  map: ["entry", "entries"],
  file: ["byte", "bytes"],
};

function ofLimit(
  { origin, inclusive, exact }: { origin: string; inclusive?: boolean; exact?: boolean },
  words: { limit: number | bigint; inclusive: string; exclusive: string },
): string {
  const unit = units[origin];
  const comparison = exact ? "exactly" : inclusive === false ? words.exclusive : words.inclusive;
  if (unit)
    return `must have ${comparison} ${words.limit} ${unit[Number(words.limit) === 1 ? 0 : 1]}`;
  const limit = origin === "date" ? new Date(Number(words.limit)).toISOString() : words.limit;
  return `must be ${comparison} ${limit}`;
}
