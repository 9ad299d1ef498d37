import { purposes } from "@tidbok/domain";
import type { Caller } from "@tidbok/domain";
import fc from "fast-check";
import {
  TypeInfo,
  defaultFieldResolver,
  executeSync,
  validate,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { DocumentNode } from "graphql";
import { expect, test } from "vitest";
import { anyOperation } from "../../test/support/any-operation.ts";
import {
  account,
  agent,
  attendee,
  partner,
  service,
  visitor,
} from "../../test/support/example-callers.ts";
import { exampleSchema } from "../../test/support/example-schema.ts";
import { dataCategories, dataMap } from "../data-map.ts";
import { bestDecision } from "../decide/caller-decisions.ts";
import { applyMask } from "../decide/masks.ts";
import { minimize } from "./minimize.ts";

const { rules, schema } = await exampleSchema();
const operations = anyOperation(schema);
const scopes = [...new Set(dataCategories.flatMap((each) => dataMap[each].scope ?? []))];
const callers: fc.Arbitrary<Caller> = fc.oneof(
  fc.constantFrom<Caller>(visitor, attendee, account, agent),
  fc.constantFrom(...purposes).map((purpose) => service(purpose)),
  fc.subarray(scopes).map((some) => partner(some)),
);

const guest = (id: string, name: string | null) => ({
  __typename: "Attendee",
  id,
  name,
  email: name && `${name}@example.com`,
  answers: name ? ["yes", "no"] : null,
});
const [ada, grace, nobody] = [guest("1", "ada"), guest("2", "grace"), guest("3", null)];
const host = {
  __typename: "Account",
  id: "4",
  displayName: "Alan",
  name: "Alan Turing",
  email: "alan@example.com",
  bookings: [],
};
const booking = {
  __typename: "Booking",
  id: "5",
  startAt: "2026-01-01T09:00:00Z",
  host,
  attendees: [ada, nobody, grace],
  tables: [[ada, null], [], [grace, nobody]],
  parties: [ada, host, null, nobody],
};
const pause = { __typename: "Break", startAt: "2026-01-01T10:00:00Z", attendees: [] };
const rootValue = {
  me: { ...host, bookings: [booking] },
  account: null,
  booking,
  person: ada,
  entries: [pause, booking],
};

const decisionAt = (coordinate: string, caller: Caller) => {
  const category = rules.fields.get(coordinate);
  return category === undefined ? null : bestDecision(category, caller);
};

function mentioned(document: DocumentNode): readonly string[] {
  const types = new TypeInfo(schema);
  const coordinates: string[] = [];
  const Field = () =>
    void coordinates.push(`${types.getParentType()?.name}.${types.getFieldDef()?.name}`);
  visit(document, visitWithTypeInfo(types, { Field }));
  return coordinates;
}

function answer(document: DocumentNode, variableValues: object, caller: Caller | null) {
  return executeSync({
    schema,
    document,
    rootValue,
    variableValues: { ...variableValues },
    typeResolver: (value) => (value as { __typename: string }).__typename,
    fieldResolver: (source, args, context, info) => {
      const value: unknown = defaultFieldResolver(source, args, context, info);
      const decision = caller && decisionAt(`${info.parentType.name}.${info.fieldName}`, caller);
      if (decision === null || decision.action === "reveal") return value;
      return decision.mask === null ? null : applyMask(decision.mask, value);
    },
  });
}

test("a pruned document is valid and never mentions what the caller may in no case see", () => {
  fc.assert(
    fc.property(operations, callers, ({ document, variables }, caller) => {
      const pruned = minimize({ rules, schema, document, variables, caller });
      for (const coordinate of mentioned(pruned.document)) {
        expect(["hide", "deny"]).not.toContain(decisionAt(coordinate, caller)?.action);
      }
      if (pruned.document !== document) expect(validate(schema, pruned.document)).toEqual([]);
    }),
  );
});

test("the restored answer is what graphql-js answers to the original with what is hidden as null, key order included", () => {
  fc.assert(
    fc.property(operations, callers, ({ document, variables }, caller) => {
      const { document: pruned, restore } = minimize({
        rules,
        schema,
        document,
        variables,
        caller,
      });
      const expected = answer(document, variables, caller);
      const fetched = answer(pruned, variables, null);
      expect(fetched.errors).toBe(undefined);
      expect(JSON.stringify(restore(fetched.data ?? null))).toBe(JSON.stringify(expected.data));
    }),
    { numRuns: 500 },
  );
});

test("two callers share a key exactly when nothing that the operation mentions is decided differently", () => {
  fc.assert(
    fc.property(operations, callers, callers, ({ document, variables }, one, other) => {
      const [a, b] = [one, other].map((caller) =>
        minimize({ rules, schema, document, variables, caller }),
      );
      const categories = mentioned(document).flatMap((each) => rules.fields.get(each) ?? []);
      const isAlike = categories.every((category) => {
        const [x, y] = [bestDecision(category, one), bestDecision(category, other)];
        return x.action === y.action && x.mask === y.mask;
      });
      expect(a?.decisionsKey === b?.decisionsKey).toBe(isAlike);
      if (isAlike) expect(a?.document).toBe(b?.document);
    }),
  );
});
