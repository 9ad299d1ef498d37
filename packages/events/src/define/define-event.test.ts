import { expect, test } from "vitest";
import { z } from "zod";
import { defineEvent } from "./define-event.ts";
import { fact } from "./fact.ts";

const type = "scheduling.booking.made";

test("an event of ids, enums, instants, versions, hashes, booleans and counts is defined", () => {
  const schema = z.object({
    bookingId: fact.id,
    hostIds: z.array(fact.id),
    at: fact.instant,
    by: z.enum(["HOST", "ATTENDEE"]),
    kind: z.literal("x"),
    isFirst: z.boolean(),
    count: fact.count.nullable(),
    version: fact.version.optional(),
    hash: fact.hash,
    nested: z.object({ id: z.guid() }),
    either: z.union([fact.id, z.null()]),
  });
  expect(defineEvent(type, schema)).toMatchObject({ type, service: "scheduling", version: 1 });
});

test.each([
  ["free text", z.string()],
  ["free text in a shape", z.string().regex(/^[a-z]+$/)],
  ["free text that calls itself a version", z.stringFormat("version", /.*/)],
  ["free text that calls itself an id", z.stringFormat("uuid", /.*/)],
  ["an e-mail address", z.email()],
  ["a URL", z.url()],
  ["a number as long as a telephone's", z.int()],
  ["a fraction, which could be a place on a map", z.number()],
  ["anything", z.unknown()],
  ["a record, whose keys are text", z.record(z.string(), fact.id)],
  ["an id that is made from text", z.string().transform((text) => text)],
  ["text in a list", z.array(z.string())],
  ["text that may be missing", z.string().nullish()],
  ["text in one of two cases", z.union([fact.id, z.string()])],
  ["text in an object", z.object({ name: z.string() })],
  ["an object with room for more", z.looseObject({ id: fact.id })],
])("%s is refused when the event is defined, with its path", (_, field) => {
  expect(() => defineEvent(type, z.object({ bookingId: fact.id, field }))).toThrow("data.field");
});

test.each([
  "booking.made",
  "scheduling.booking",
  "Scheduling.booking.made",
  "x.booking.made",
  "scheduling.*.made",
])("%s is refused as a type", (wrong) => {
  expect(() => defineEvent(wrong, z.object({}))).toThrow("service.noun.participle");
});
