import { parse, print } from "graphql";
import type { DefinitionNode, DocumentNode } from "graphql";
import { dataCategories } from "../data-map.ts";

/** What schemas link: the identity of our directives, with the version. */
export const minimizationUrl = "https://tidbok.dev/minimization/v1.0";

/** The three directives that a schema classifies with. */
export const directiveNames = ["personalData", "nonPersonal", "subject"] as const;

/** The subject kinds as schemas write them: the data map's, in capitals. */
export const subjectKinds = ["ATTENDEE", "HOST", "CUSTOMER"] as const;

/** The person that a type's rows are about, as `@subject(kind: …)` writes it. */
export type SubjectKind = (typeof subjectKinds)[number];

// The enums carry the prefix of the link, `minimization__`: composition carries such types into the
// supergraph, and the API schema leaves them out. A plain name would show them to every client.
const definitionsSdl = `
"What kind of personal data this is: a row of the data map, which says which audience may learn it and why."
directive @personalData(category: minimization__DataCategory!) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION

"Tells nothing about a person, and why that is so. On a type it covers its fields."
directive @nonPersonal(reason: String!) on OBJECT | INTERFACE | UNION | INPUT_OBJECT | ENUM | SCALAR | FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION

"Rows of this type are about a person: of which kind, and the path of fields to the person's id."
directive @subject(kind: minimization__SubjectKind!, id: String!) on OBJECT

"The rows of the data map."
enum minimization__DataCategory { ${dataCategories.join(" ")} }

"The kind of person that the data is about."
enum minimization__SubjectKind { ${subjectKinds.join(" ")} }
`;

const definitions = parse(definitionsSdl, { noLocation: true }).definitions;
const printed = new Map(definitions.map((each) => [keyOf(each), print(each)]));

/**
 * The schema with the definitions of our directives, ready for `buildSubgraphSchema`. The `@link`
 * and `@composeDirective` lines stay the schema's own to write. Repeating it changes nothing.
 */
export function subgraphSdl(sdl: string): string {
  const present = new Set(parse(sdl).definitions.map(keyOf));
  const missing = definitions.filter((each) => !present.has(keyOf(each)));
  return [sdl, ...missing.map((each) => print(each))].join("\n\n");
}

/** Our own names that the document defines otherwise than `subgraphSdl` does. */
export function foreignDefinitions(document: DocumentNode): readonly string[] {
  return document.definitions
    .map((each) => ({ key: keyOf(each), text: () => print(each) }))
    .filter(({ key, text }) => printed.has(key) && printed.get(key) !== text())
    .map(({ key }) => key);
}

/** Whether the definition is one of ours, which needs no classification. */
export function isOurDefinition(definition: DefinitionNode): boolean {
  return printed.has(keyOf(definition));
}

function keyOf(definition: DefinitionNode): string {
  const name = "name" in definition ? (definition.name?.value ?? "") : "";
  return definition.kind === "DirectiveDefinition" ? `@${name}` : name;
}
