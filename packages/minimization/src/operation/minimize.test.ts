import { parse, print } from "graphql";
import { describe, expect, test } from "vitest";
import { account, agent, partner, service, visitor } from "../../test/support/example-callers.ts";
import { exampleSchema } from "../../test/support/example-schema.ts";
import { minimize } from "./minimize.ts";
import type { Asked } from "./minimize.ts";

const { rules, schema } = await exampleSchema();

function ask(query: string, caller: Asked["caller"], variables: Asked["variables"] = {}) {
  return minimize({ rules, schema, document: parse(query), variables, caller });
}
const oneLine = (document: Asked["document"]) => print(document).replace(/\s+/g, " ");

describe("what is asked of the services", () => {
  test("a visitor's operation is planned without what visitors may not see", () => {
    const { document } = ask(`{ booking(id: 1) { startAt attendees { id email } } }`, visitor);
    expect(oneLine(document)).toBe("{ booking(id: 1) { startAt attendees { id } } }");
  });

  test("a selection that is emptied asks for the type's name", () => {
    const { document } = ask(`{ booking(id: 1) { attendees { email } } }`, visitor);
    expect(oneLine(document)).toBe("{ booking(id: 1) { attendees { __typename } } }");
  });

  test("fragments and variables that nothing uses any more are gone", () => {
    const { document } = ask(
      `query ($id: ID!, $who: Boolean!) { booking(id: $id) { id attendees { ...Who @include(if: $who) id } } }
       fragment Who on Attendee { email ... on Person { name } }`,
      visitor,
      { id: "1", who: true },
    );
    expect(oneLine(document)).toBe("query ($id: ID!) { booking(id: $id) { id attendees { id } } }");
  });

  test("an operation of which nothing is hidden passes as the same document", () => {
    const document = parse(`{ me { displayName } }`);
    expect(minimize({ rules, schema, document, caller: visitor })).toMatchObject({
      decisionsKey: "",
      withheld: [],
    });
    expect(minimize({ rules, schema, document, caller: visitor }).document).toBe(document);
  });

  test("what an anonymous caller has just made is for the service to show", () => {
    const { document, decisionsKey } = ask(
      `mutation { bookMeeting(input: { startAt: "2026-01-01T09:00:00Z", email: "ada@example.com" }) { attendees { email } } }`,
      visitor,
    );
    expect(oneLine(document)).toContain("attendees { email }");
    expect(decisionsKey).toBe("");
  });
});

describe("the answer", () => {
  test("hidden fields come back as null, under their aliases, in the order of the original", () => {
    const { restore } = ask(
      `{ booking(id: 1) { attendees { mail: email id name } startAt } }`,
      visitor,
    );
    const answer = restore({ booking: { attendees: [{ id: "1" }, { id: "2" }], startAt: "now" } });
    expect(JSON.stringify(answer)).toBe(
      `{"booking":{"attendees":[{"mail":null,"id":"1","name":null},{"mail":null,"id":"2","name":null}],"startAt":"now"}}`,
    );
  });

  test("fields that are skipped do not come back", () => {
    const query = `query ($no: Boolean = true) { booking(id: 1) { attendees { id email @skip(if: $no) name @include(if: $no) } } }`;
    const data = { booking: { attendees: [{ id: "1" }] } };
    expect(JSON.stringify(ask(query, visitor).restore(data))).toBe(
      `{"booking":{"attendees":[{"id":"1","name":null}]}}`,
    );
    const { restore, withheld } = ask(query, visitor, { no: false });
    expect(JSON.stringify(restore(data))).toBe(
      `{"booking":{"attendees":[{"id":"1","email":null}]}}`,
    );
    expect(withheld.map((each) => each.coordinate)).toEqual(["Attendee.email"]);
  });

  test("a null object and a null answer stay null", () => {
    const { restore } = ask(`{ booking(id: 1) { attendees { email } } }`, visitor);
    expect(restore({ booking: null })).toEqual({ booking: null });
    expect(restore(null)).toBe(null);
  });

  test("an interface's fields are hidden by their own class, and its objects keep their shape", () => {
    const { document, restore } = ask(
      `{ person(id: 1) { name ... on Attendee { id email } } }`,
      visitor,
    );
    expect(oneLine(document)).toBe(
      "{ person(id: 1) { minimization__type: __typename ... on Attendee { id } } }",
    );
    expect(JSON.stringify(restore({ person: { minimization__type: "Attendee", id: "1" } }))).toBe(
      `{"person":{"name":null,"id":"1","email":null}}`,
    );
  });

  test("what is masked for a caller is masked again, whatever the service has sent", () => {
    const { document, decisionsKey, restore, withheld } = ask(
      `{ booking(id: 1) { attendees { email name } } }`,
      agent,
    );
    expect(oneLine(document)).toBe("{ booking(id: 1) { attendees { email name } } }");
    expect(decisionsKey).toBe("ATTENDEE_EMAIL:email,ATTENDEE_NAME:initials");
    expect(
      restore({ booking: { attendees: [{ email: "ada@example.com", name: "A. L." }] } }),
    ).toEqual({
      booking: { attendees: [{ email: "a•••@•••.com", name: "A. L." }] },
    });
    expect(withheld.map((each) => each.action)).toEqual(["mask", "mask"]);
  });
});

describe("what the caller is told", () => {
  test("a partner learns which scope is missing, once per coordinate", () => {
    const { withheld } = ask(
      `{ a: booking(id: 1) { attendees { email } } b: booking(id: 2) { attendees { email } } }`,
      partner([]),
    );
    expect(withheld).toEqual([
      {
        coordinate: "Attendee.email",
        action: "hide",
        reason: "SCOPE_MISSING",
        remedy: "scope attendees.email:read",
        remedyCode: "GRANT_SCOPES",
        remedyParameters: { scopes: ["attendees.email:read"] },
      },
    ]);
  });

  test("a service learns that its purpose does not reach so far", () => {
    const { withheld } = ask(`{ booking(id: 1) { attendees { email } } }`, service("provide.bill"));
    expect(withheld).toMatchObject([{ reason: "PURPOSE_NOT_ALLOWED" }]);
    expect(
      ask(`{ booking(id: 1) { attendees { email } } }`, service("provide.notify")).withheld,
    ).toEqual([]);
  });
});

describe("the key of the plan", () => {
  const query = parse(`{ booking(id: 1) { attendees { email } } }`);
  const keyFor = (caller: Asked["caller"]) =>
    minimize({ rules, schema, document: query, caller }).decisionsKey;

  test("differs where a decision differs", () => {
    expect(new Set([visitor, account, agent].map(keyFor)).size).toBe(3);
  });

  test("is shared by callers who differ in nothing that the operation mentions", () => {
    expect(keyFor(partner(["attendees.email:read"]))).toBe(
      keyFor(partner(["attendees.email:read", "members.name:read"])),
    );
    expect(keyFor(partner(["attendees.email:read"]))).not.toBe(
      keyFor(partner(["members.name:read"])),
    );
    expect(keyFor(partner([]))).toBe(keyFor(visitor));
  });

  test("costs the work once for a document and a class of callers", () => {
    const document = parse(`{ booking(id: 1) { attendees { email id } } }`);
    const first = minimize({ rules, schema, document, caller: visitor });
    const again = minimize({ rules, schema, document, caller: { ...visitor } });
    expect(again).toBe(first);
    expect(minimize({ rules, schema, document, caller: partner([]) }).document).toBe(
      first.document,
    );
  });
});

describe("a search", () => {
  const byEmail = `query ($email: String) { account(email: $email) { id } }`;

  test("by what the caller may not see is refused, with the remedy", () => {
    expect(() => ask(byEmail, visitor, { email: "ada@example.com" })).toThrow(
      expect.objectContaining({
        code: "ARGUMENT_WITHHELD",
        details: {
          coordinate: "Query.account(email:)",
          remedy: null,
          remedyCode: null,
          remedyParameters: null,
        },
      }),
    );
    expect(() => ask(byEmail, partner([]), { email: null })).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({ remedy: "scope members.email:read" }),
      }),
    );
    expect(() => ask(byEmail, account, { email: "ada@example.com" })).not.toThrow();
  });

  test("that names nothing is none", () => {
    expect(() => ask(byEmail, visitor, {})).not.toThrow();
    expect(() => ask(`{ account(email: "a@b.se") @skip(if: true) { id } }`, visitor)).not.toThrow();
  });

  test("is refused inside input objects, variables, defaults, fragments and mutations", () => {
    const filter = { attendeeEmail: "ada@example.com" };
    const queries = [
      [`{ me { bookings(filter: { attendeeEmail: "ada@example.com" }) { id } } }`, {}],
      [`query ($filter: BookingFilter) { me { bookings(filter: $filter) { id } } }`, { filter }],
      [
        `query ($e: String) { me { bookings(filter: { attendeeEmail: $e }) { id } } }`,
        { e: "a@b.se" },
      ],
      [`query ($e: String = "a@b.se") { account(email: $e) { id } }`, {}],
      [
        `{ me { ...F } } fragment F on Account { bookings(filter: { attendeeEmail: null }) { id } }`,
        {},
      ],
      [
        `mutation ($filter: BookingFilter) { bookMeeting(input: { startAt: "2026-01-01T09:00:00Z", email: "a@b.se" }) {
          host { bookings(filter: $filter) { id } } } }`,
        { filter },
      ],
    ] as const;
    for (const [query, variables] of queries) {
      expect(() => ask(query, visitor, variables), query).toThrow("may not search");
    }
    expect(() =>
      ask(`{ me { bookings(filter: { after: "2026-01-01T09:00:00Z" }) { id } } }`, visitor),
    ).not.toThrow();
  });
});
