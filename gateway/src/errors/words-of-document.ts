import type { GraphQLFormattedError } from "graphql";

type Wording = readonly [pattern: RegExp, words: (...found: string[]) => string];
type Mistake = Pick<GraphQLFormattedError, "message" | "locations">;

/**
 * What is wrong with a document, in our own words, where the libraries word it. A message names the limit, or what the
 * schema has and expects, and never a value that the client wrote: that may be a person's name.
 */
export function wordsOfDocument(mistake: Mistake): string {
  const said = wordsIn(limits, mistake.message) ?? wordsIn(rules, mistake.message);
  if (said !== null) return said;
  if (mistake.message.startsWith("Syntax Error")) return wordsOfSyntax(mistake);
  return `The document does not match the schema${placeOf(mistake)}.`;
}

function wordsIn(wordings: readonly Wording[], message: string): string | null {
  for (const [pattern, words] of wordings) {
    const found = pattern.exec(message);
    if (found) return words(...found.slice(1));
  }
  return null;
}

const limits: readonly Wording[] = [
  [
    /depth limit of (\d+) exceeded, found (\d+)/,
    (limit, found) =>
      `The operation is ${found} levels deep; the limit is ${limit}. Ask for fewer levels, or split the operation.`,
  ],
  [
    /Aliases limit of (\d+) exceeded, found (\d+)/,
    (limit, found) =>
      `The operation has ${found} aliases; the limit is ${limit}. Use fewer, or split the operation.`,
  ],
  [
    /Directives limit of (\d+) exceeded, found (\d+)/,
    (limit, found) =>
      `The operation has ${found} directives; the limit is ${limit}. Use fewer, or split the operation.`,
  ],
  [
    /more that (\d+) tokens/,
    (limit) =>
      `The document has more than ${limit} tokens, which is the limit. Shorten it, or split it into several.`,
  ],
  [
    /Maximum introspection depth/,
    () => "The question about the schema nests lists too deeply. Ask for fewer levels.",
  ],
];

// The messages of graphql-js' rules. What they quote are names of the schema or of the document, but for values.
const rules: readonly Wording[] = [
  [/^Cannot query field "(\w+)" on type "(\w+)"/, (a, b) => `The type ${b} has no field ${a}.`],
  [
    /^Unknown argument "(\w+)" on (?:field|directive) "([^"]+)"/,
    (a, b) => `${b} has no argument ${a}.`,
  ],
  [/^Unknown directive "(@\w+)"/, (a) => `There is no directive ${a}.`],
  [/^Directive "(@\w+)" may not be used on/, (a) => `The directive ${a} may not stand here.`],
  [/^The directive "(@\w+)" can only be used once/, (a) => `The directive ${a} stands here twice.`],
  [/^Unknown type "(\w+)"/, (a) => `There is no type ${a}.`],
  [/^Unknown fragment "(\w+)"/, (a) => `The document has no fragment ${a}.`],
  [/^Fragment "(\w+)" is never used/, (a) => `No operation uses the fragment ${a}.`],
  [/^Cannot spread fragment "(\w+)" within itself/, (a) => `The fragment ${a} contains itself.`],
  [
    /^Fragment (?:"\w+" )?cannot be spread here as objects of type "([^"]+)" can never be of type "([^"]+)"/,
    (a, b) => `A fragment on ${b} cannot stand here: an object of type ${a} is never of type ${b}.`,
  ],
  [
    /^Fragment (?:"\w+" )?cannot condition on non composite type "([^"]+)"/,
    (a) => `A fragment cannot be on ${a}: it is no type with fields.`,
  ],
  [
    /^This anonymous operation must be/,
    () => "An operation without a name must be the only one of the document.",
  ],
  [
    /^There can be only one ([a-z ]+) named "([^"]+)"/,
    (a, b) => `The document has more than one ${a} of the name ${b}.`,
  ],
  [
    /^Variable "(\$\w+)" is not defined/,
    (a) => `The operation does not declare the variable ${a}.`,
  ],
  [/^Variable "(\$\w+)" is never used/, (a) => `The operation does not use the variable ${a}.`],
  [
    /^Variable "(\$\w+)" cannot be non-input type "([^"]+)"/,
    (a, b) => `The variable ${a} cannot be of type ${b}: it is no type of inputs.`,
  ],
  [
    /^Variable "(\$\w+)" of type "([^"]+)" used in position expecting type "([^"]+)"/,
    (a, b, c) => `The variable ${a} is of type ${b}; here it must be of type ${c}.`,
  ],
  [
    /^Variable "(\$\w+)" is of type "[^"]+" but must be non-nullable/,
    (a) => `The variable ${a} must be of a non-null type here.`,
  ],
  [
    /^Fields "(\w+)" conflict/,
    (a) => `Two different fields have the key ${a} in the answer. Give one of them an alias.`,
  ],
  [
    /^(?:Field|Directive) "([^"]+)" argument "(\w+)" of type "[^"]+" is required/,
    (a, b) => `${a} needs the argument ${b}.`,
  ],
  [
    /^Field "(\w+)" must not have a selection/,
    (a) => `The field ${a} is a single value and has no fields of its own.`,
  ],
  [
    /^Field "(\w+)" of type "[^"]+" must have (?:a selection|at least one field)/,
    (a) => `The field ${a} is an object: say which of its fields you want, as in ${a} { … }.`,
  ],
  [/^(?:Anonymous )?Subscription /, () => "There are no subscriptions."],
  [
    /^The .+ definition is not executable/,
    () => "The document may hold operations and fragments only.",
  ],
  [/^Field "([\w.]+)" of required type "[^"]+" was not provided/, (a) => `${a} must be given.`],
  [/^Field "(\w+)" is not defined by type "(\w+)"/, (a, b) => `${b} has no field ${a}.`],
  [
    /^OneOf Input Object "(\w+)"/,
    (a) => `${a} takes exactly one of its fields, with a value that is not null.`,
  ],
  [/^Field "([\w.]+)" must be non-null/, (a) => `${a} must not be null.`],
  [/in "(\w+)" enum|^Enum "(\w+)"/, (a, b) => `The value must be one of the enum ${a ?? b}.`],
  [/^Expected value of type "([^"]+)"/, (a) => `The value must be of type ${a}.`],
  [
    /^Int cannot represent non 32-bit/,
    () => "The number must lie between -2147483648 and 2147483647.",
  ],
  [/^(Int|Float|String|Boolean|ID) cannot represent/, (a) => `The value must be of type ${a}.`],
];

const tokens: Readonly<Record<string, string>> = {
  "<EOF>": "the end of the document",
  Name: "a name",
  Int: "a number",
  Float: "a number",
  String: "a string",
  BlockString: "a string",
  Comment: "a comment",
};

// A name, string or number that was found is the client's own: only its kind is told.
function wordsOfSyntax(mistake: Mistake): string {
  const place = placeOf(mistake);
  const [, expected, found] = /Expected (.+), found ([\s\S]+)\.$/.exec(mistake.message) ?? [];
  if (expected && found) {
    return `The document is not GraphQL${place}: expected ${token(expected)}, found ${token(found)}.`;
  }
  const [, unexpected] = /: Unexpected ([\s\S]+)\.$/.exec(mistake.message) ?? [];
  const what = token(unexpected ?? "");
  return `The document is not GraphQL${place}: ${what} cannot stand there.`;
}

function token(text: string): string {
  const kind = tokens[text.split(" ")[0] ?? ""];
  if (kind) return kind;
  return /^"(?:[!$&()[\]{}|:=@]|\.\.\.|[a-z]{2,12})"$/.test(text) ? text : "this";
}

function placeOf({ locations }: Mistake): string {
  const [at] = locations ?? [];
  return at ? ` at line ${at.line}, column ${at.column}` : "";
}
