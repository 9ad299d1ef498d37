import { readFile } from "node:fs/promises";
import { Kind, parse } from "graphql";
import { expect, test } from "vitest";
import { bookingAnswer, verificationAnswer } from "../src/mails/adapters/graph-answers.ts";
import * as answers from "./support/answers.ts";

const supergraph = await readFile(
  new URL("../../../gateway/supergraph.graphql", import.meta.url),
  "utf8",
);

/** The values that the graph may answer, of the service that owns the enum. */
function valuesOf(name: string): readonly string[] {
  const found = parse(supergraph).definitions.find(
    (each) => each.kind === Kind.ENUM_TYPE_DEFINITION && each.name.value === name,
  );
  if (found?.kind !== Kind.ENUM_TYPE_DEFINITION) throw new Error(`no enum ${name}`);
  return (found.values ?? []).map((value) => value.name.value);
}

const verification = { email: null, link: null, locale: null, name: null };

test.each([
  ["BookingState", (state: string) => ({ booking: answers.bookingAnswer({ state }) })],
  ["BookingParty", (by: string) => ({ booking: answers.bookingAnswer({ cancellation: { by } }) })],
  [
    "LocationKind",
    (kind: string) => ({ booking: answers.bookingAnswer({ location: { kind, text: null } }) }),
  ],
])("a mail about a booking can be written of each %s of the graph", (name, answerOf) => {
  for (const value of valuesOf(name)) {
    expect(bookingAnswer.safeParse(answerOf(value)).error).toBeUndefined();
  }
});

test("a mail about an account can be written of each VerificationKind of the graph", () => {
  for (const kind of valuesOf("VerificationKind")) {
    const answer = { emailVerification: { ...verification, kind } };
    expect(verificationAnswer.safeParse(answer).error).toBeUndefined();
  }
});
