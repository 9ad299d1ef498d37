import { z } from "zod";
import { canonicalTimeZone } from "./time-zone/canonical-time-zone.ts";
import { isKnownInstant } from "./interval.ts";
import { nearestLocale } from "./language/nearest-locale.ts";
import { readEmail } from "./email/read-email.ts";

// Control characters have no place in a line of text; bidi overrides make a name read as another.
const unprintable = /[\p{Cc}\u2028\u2029\u202D\u202E]/u;
const unprintableButLineBreaks = /[^\P{Cc}\n\t\r]|[\u202D\u202E]/u;
const loneSurrogate = /\p{Cs}/u;
// Programs put isolates and embeddings around names of the other direction. Unbalanced, they turn the text behind a
// name, so mails, calendars and pages get names without them. The marks LRM, RLM and ALM turn nothing behind a name.
const directions = /[\u202A-\u202C\u2066-\u2069\uFEFF]/g;
// Marks that take no place, and the blank of braille; the name of a person shows something.
const visible = /[^\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;
const lineBreaks = /\s*[\n\r\v\f\t\u0085\u2028\u2029]\s*/g;

const withoutDirections = z.string().transform((text) => text.replace(directions, ""));

/**
 * One line of text, trimmed, 1 to `max` characters of which one can be seen, without control characters; isolates and
 * embeddings are left out.
 */
export function line(max: number) {
  return withoutDirections.pipe(oneLine(max));
}

/** A line of text in which line breaks become a space, as in a place that was copied from an envelope. */
export function place(max: number) {
  return z
    .string()
    .transform((text) => text.trim().replace(lineBreaks, " ").replace(directions, ""))
    .pipe(oneLine(max));
}

function oneLine(max: number) {
  return z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(max, `must have ${max} characters at most`)
    .refine((text) => text === "" || visible.test(text), {
      message: "must not be empty",
      params: { code: "TOO_SMALL" },
    })
    .refine((text) => !unprintable.test(text) && !loneSurrogate.test(text), {
      message: "must not have control characters",
      params: { code: "CONTROL_CHARACTER" },
    });
}

/** Text of several lines, trimmed, up to `max` characters; may be empty. Isolates are left out. */
export function text(max: number) {
  return withoutDirections.pipe(
    z
      .string()
      .max(max, `must have ${max} characters at most`)
      .trim()
      .refine((value) => !unprintableButLineBreaks.test(value) && !loneSurrogate.test(value), {
        message: "must not have control characters",
        params: { code: "CONTROL_CHARACTER" },
      }),
  );
}

/** An e-mail address in the one form in which it is stored: the local part keeps its case, the domain is A-labels. */
export const email = z
  .string()
  .trim()
  .max(254, "must have 254 characters at most")
  .transform((text, context) => {
    const read = readEmail(text);
    if ("email" in read) return read.email;
    context.addIssue({ code: "custom", message: read.problem, params: { code: "WRONG_FORMAT" } });
    return z.NEVER;
  });

/** A time zone by its IANA or Windows name; the output is the one name under which it is stored. */
export const timeZone = z.string().transform((name, context) => {
  const zone = canonicalTimeZone(name.trim());
  if (zone !== null) return zone;
  const message = "must be an IANA time zone such as Europe/Stockholm";
  context.addIssue({ code: "custom", message, params: { code: "UNKNOWN_TIME_ZONE" } });
  return z.NEVER;
});

/** A language as browsers name it; the output is the nearest one that mails and pages are written in. */
export const locale = z.string().transform((tag, context) => {
  const nearest = nearestLocale(tag);
  if (nearest !== null) return nearest;
  const message = "must be a language such as en or sv-SE";
  context.addIssue({ code: "custom", message, params: { code: "NOT_OFFERED" } });
  return z.NEVER;
});

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
