import { buildSchema, GraphQLError, parse, specifiedRules, validate } from "graphql";
import { expect, test } from "vitest";
import { wordsOfDocument } from "./words-of-document.ts";

const schema = buildSchema(`
  directive @once on FIELD
  interface Named { name: String }
  type Person implements Named { name: String, age: Int, friends(first: Int!, kind: Kind): [Person] }
  type Place { at: String }
  enum Kind { CLOSE FAR }
  input By { name: String!, age: Int, isOld: Boolean, weight: Float, id: ID, kind: Kind }
  input Either @oneOf { name: String, age: Int }
  type Query { person(by: By, either: Either): Person, place: Place }
  type Subscription { person: Person, place: Place }
`);

function mistakesIn(text: string): readonly GraphQLError[] {
  try {
    return validate(schema, parse(text, { maxTokens: 200 }), specifiedRules);
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

const person = (inner: string) => `{ person { ${inner} } }`;
const by = (inner: string) => `{ person(by: { name: "a", ${inner} }) { name } }`;

// One document for each message of each rule that graphql-js specifies.
test.each<[text: string, words: string]>([
  [person("nam"), "The type Person has no field nam."],
  [person("name(x: 1)"), "Person.name has no argument x."],
  [person("name @skip(if: true, x: 1)"), "@skip has no argument x."],
  [person("name @x"), "There is no directive @x."],
  ["query @skip(if: true) { place { at } }", "The directive @skip may not stand here."],
  [
    person("name @once @include(if: true) @include(if: true)"),
    "The directive @include stands here twice.",
  ],
  [person("... on X { name }"), "There is no type X."],
  [person("...F"), "The document has no fragment F."],
  [`${person("name")} fragment F on Person { name }`, "No operation uses the fragment F."],
  [`${person("...F")} fragment F on Person { ...F }`, "The fragment F contains itself."],
  [
    `${person("...F")} fragment F on Person { ...G } fragment G on Person { ...F }`,
    "The fragment F contains itself.",
  ],
  [
    person("... on Place { at }"),
    "A fragment on Place cannot stand here: an object of type Person is never of type Place.",
  ],
  [
    `${person("...F")} fragment F on Place { at }`,
    "A fragment on Place cannot stand here: an object of type Person is never of type Place.",
  ],
  [person("... on Kind { name }"), "A fragment cannot be on Kind: it is no type with fields."],
  [
    "{ place { at } } query A { place { at } }",
    "An operation without a name must be the only one of the document.",
  ],
  [
    "query A { place { at } } query A { place { at } }",
    "The document has more than one operation of the name A.",
  ],
  [
    'query ($a: Int, $a: Int) { person(by: { name: "a", age: $a }) { name } }',
    "The document has more than one variable of the name $a.",
  ],
  [
    person("friends(first: 1, first: 2) { name }"),
    "The document has more than one argument of the name first.",
  ],
  [by("age: 1, age: 2"), "The document has more than one input field of the name age."],
  [person("friends(first: $a) { name }"), "The operation does not declare the variable $a."],
  [
    `query Q ${person("friends(first: $a) { name }")}`,
    "The operation does not declare the variable $a.",
  ],
  [`query ($a: Int) ${person("name")}`, "The operation does not use the variable $a."],
  [`query Q($a: Int) ${person("name")}`, "The operation does not use the variable $a."],
  [
    `query ($a: Person) ${person("friends(first: $a) { name }")}`,
    "The variable $a cannot be of type Person: it is no type of inputs.",
  ],
  [
    `query ($a: String!) ${person("friends(first: $a) { name }")}`,
    "The variable $a is of type String!; here it must be of type Int!.",
  ],
  [
    "query ($a: String) { person(either: { name: $a }) { name } }",
    "The variable $a must be of a non-null type here.",
  ],
  [
    person("name name: age"),
    "Two different fields have the key name in the answer. Give one of them an alias.",
  ],
  [person("friends { name }"), "friends needs the argument first."],
  [person("name @skip"), "@skip needs the argument if."],
  [person("name { x }"), "The field name is a single value and has no fields of its own."],
  [
    person("friends(first: 1)"),
    "The field friends is an object: say which of its fields you want, as in friends { … }.",
  ],
  ["subscription { person { name } place { at } }", "There are no subscriptions."],
  [`${person("name")} type X { a: Int }`, "The document may hold operations and fragments only."],
  ["{ person(by: { age: 1 }) { name } }", "By.name must be given."],
  [by("x: 1"), "By has no field x."],
  [
    "{ person(either: {}) { name } }",
    "Either takes exactly one of its fields, with a value that is not null.",
  ],
  ["{ person(either: { name: null }) { name } }", "Either.name must not be null."],
  [by("kind: NEAR_ANNA"), "The value must be one of the enum Kind."],
  [by('kind: "anna"'), "The value must be one of the enum Kind."],
  ['{ person(by: "anna") { name } }', "The value must be of type By."],
  [by('age: "anna"'), "The value must be of type Int."],
  [by("age: 5000000000"), "The number must lie between -2147483648 and 2147483647."],
  [by('weight: "anna"'), "The value must be of type Float."],
  [by("isOld: 1"), "The value must be of type Boolean."],
  [by("id: 1.5"), "The value must be of type ID."],
  ["{ person(by: { name: 5 }) { name } }", "The value must be of type String."],
  [
    `{ ${"__typename ".repeat(300)} }`,
    "The document has more than 200 tokens, which is the limit. Shorten it, or split it into several.",
  ],
  [
    "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }",
    "The question about the schema nests lists too deeply. Ask for fewer levels.",
  ],
  [
    "{",
    "The document is not GraphQL at line 1, column 2: expected a name, found the end of the document.",
  ],
  ["{ a(b: ) }", 'The document is not GraphQL at line 1, column 8: ")" cannot stand there.'],
  [
    '{ a(b: c "anna") }',
    "The document is not GraphQL at line 1, column 10: expected a name, found a string.",
  ],
  ["anna { a }", "The document is not GraphQL at line 1, column 1: a name cannot stand there."],
  [
    "",
    "The document is not GraphQL at line 1, column 1: the end of the document cannot stand there.",
  ],
  ['{ a(b: "anna', "The document is not GraphQL at line 1, column 13: this cannot stand there."],
  ["{ a(b: 1anna) }", "The document is not GraphQL at line 1, column 9: this cannot stand there."],
  ["{ ? }", "The document is not GraphQL at line 1, column 3: this cannot stand there."],
  ["{ a(: 1) }", 'The document is not GraphQL at line 1, column 5: expected a name, found ":".'],
  [
    "query (a: Int) { a }",
    'The document is not GraphQL at line 1, column 8: expected "$", found a name.',
  ],
])("%s is told in our own words and without its values", (text, words) => {
  const said = mistakesIn(text).map(wordsOfDocument);
  expect(said).toContain(words);
  expect(said.join()).not.toMatch(/anna|Syntax Error|does not match the schema/i);
});

test.each([
  [
    "Syntax Error: Query depth limit of 10 exceeded, found 12.",
    "The operation is 12 levels deep; the limit is 10. Ask for fewer levels, or split the operation.",
  ],
  [
    "Syntax Error: Aliases limit of 15 exceeded, found 16.",
    "The operation has 16 aliases; the limit is 15. Use fewer, or split the operation.",
  ],
  [
    "Syntax Error: Directives limit of 20 exceeded, found 21.",
    "The operation has 21 directives; the limit is 20. Use fewer, or split the operation.",
  ],
])("the limit %s is told with its value and what to do", (message, words) => {
  expect(wordsOfDocument({ message })).toBe(words);
});

test("what no rule is known to say is not repeated", () => {
  expect(
    wordsOfDocument({ message: 'Something about "anna"', locations: [{ line: 2, column: 3 }] }),
  ).toBe("The document does not match the schema at line 2, column 3.");
});
