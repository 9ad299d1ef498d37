import { z } from "zod";
import { canonicalTimeZone } from "./canonical-time-zone.ts";
import { isKnownInstant } from "./interval.ts";

// Control characters have no place in a line of text; bidi overrides make a name read as another.
const unprintable = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/u;
const unprintableButLineBreaks = /[^\P{Cc}\n\t\r]|[\u202A-\u202E\u2066-\u2069\uFEFF]/u;
const loneSurrogate = /\p{Cs}/u;

/** One line of text, trimmed, 1 to `max` characters, without control characters. */
export function line(max: number) {
  return z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(max, `must have ${max} characters at most`)
    .refine((text) => !unprintable.test(text) && !loneSurrogate.test(text), {
      message: "must not have control characters",
      params: { code: "CONTROL_CHARACTER" },
    });
}

/** Text of several lines, trimmed, up to `max` characters; may be empty. */
export function text(max: number) {
  return z
    .string()
    .max(max, `must have ${max} characters at most`)
    .trim()
    .refine((value) => !unprintableButLineBreaks.test(value) && !loneSurrogate.test(value), {
      message: "must not have control characters",
      params: { code: "CONTROL_CHARACTER" },
    });
}

/** An e-mail address of 254 characters at most (RFC 5321); the local part keeps its case. */
export const email = z
  .string()
  .trim()
  .max(254, "must have 254 characters at most")
  .pipe(z.email("must be an e-mail address"));

/** A time zone by its IANA or Windows name; the output is the one name under which it is stored. */
export const timeZone = z.string().transform((name, context) => {
  const zone = canonicalTimeZone(name.trim());
  if (zone !== null) return zone;
  const message = "must be an IANA time zone such as Europe/Stockholm";
  context.addIssue({ code: "custom", message, params: { code: "UNKNOWN_TIME_ZONE" } });
  return z.NEVER;
});

/** A language that mails and pages are written in. */
export const locale = z.enum(["en", "sv"], { error: "must be en or sv" });

/** Letters a–z, digits and single hyphens, 2 to 60 characters, as in a page's address. */
export const slug = z
  .string()
  .min(2, "must have 2 characters at least")
  .max(60, "must have 60 characters at most")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case letters, digits and single hyphens");

/** A key that the client makes once per attempt of a person, so that a retry repeats nothing. */
export const idempotencyKey = z
  .string()
  .min(8, "must have 8 characters at least")
  .max(128, "must have 128 characters at most")
  .regex(/^[\x21-\x7e]+$/, "must be printable ASCII without spaces");

/** A UUID of any version, in lower case as the database writes it: one row has one spelling. */
export const id = z.guid("must be an id").toLowerCase();

const outOfRange = {
  message: "must lie between 1970 and 2199",
  params: { code: "OUT_OF_RANGE" },
};

/** An instant of the years 1970 to 2199, in whole milliseconds since 1970. */
export const instant = z.number().refine(isKnownInstant, outOfRange);

/** A calendar date of the years 1970 to 2199, such as `2027-02-28`. */
export const date = z.iso
  .date("must be a date such as 2027-02-28")
  .refine((text) => isKnownInstant(Date.parse(text)), outOfRange);
