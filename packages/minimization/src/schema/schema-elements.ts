import { Kind } from "graphql";
import type {
  ConstDirectiveNode,
  DocumentNode,
  EnumValueDefinitionNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  TypeDefinitionNode,
  TypeExtensionNode,
  TypeNode,
} from "graphql";
import { isOurDefinition } from "./directives.ts";

/** A field, with its schema coordinate `Type.field`. */
export type FieldElement = {
  readonly coordinate: string;
  readonly typeName: string;
  readonly node: FieldDefinitionNode;
};

/** An argument `Type.field(argument:)`, or an input field `Input.field` (then `field` is null). */
export type InputElement = {
  readonly coordinate: string;
  readonly typeName: string;
  readonly field: FieldDefinitionNode | null;
  readonly node: InputValueDefinitionNode;
};

/** A type with all that its definition and its extensions say, put together. */
export type SchemaType = {
  readonly name: string;
  readonly kind: "Object" | "Interface" | "Union" | "InputObject" | "Enum" | "Scalar";
  readonly isDescribed: boolean;
  readonly directives: readonly ConstDirectiveNode[];
  readonly interfaces: readonly string[];
  readonly fields: readonly FieldElement[];
  /** The arguments of all its fields, or the fields of an input object. */
  readonly inputs: readonly InputElement[];
  readonly values: readonly EnumValueDefinitionNode[];
};

/** The types of a schema by name, without federation's and our own. */
export type SchemaElements = ReadonlyMap<string, SchemaType>;

/** Reads the types of a subgraph or of a supergraph. Nothing is judged here. */
export function schemaElements(document: DocumentNode): SchemaElements {
  const types = new Map<string, SchemaType>();
  for (const node of document.definitions) {
    if (!isType(node) || isOurDefinition(node) || isFederationType(node.name.value)) continue;
    const name = node.name.value;
    types.set(name, together(types.get(name) ?? nothing(name, node), node));
  }
  return types;
}

function nothing(name: string, node: TypeDefinitionNode | TypeExtensionNode): SchemaType {
  const kind = node.kind.replace(/Type(Definition|Extension)$/u, "") as SchemaType["kind"];
  const none: readonly never[] = [];
  return {
    name,
    kind,
    isDescribed: false,
    directives: none,
    interfaces: none,
    fields: none,
    inputs: none,
    values: none,
  };
}

function together(type: SchemaType, node: TypeDefinitionNode | TypeExtensionNode): SchemaType {
  const { name } = type;
  const fields: FieldElement[] = [];
  const inputs: InputElement[] = [];
  for (const each of ("fields" in node && node.fields) || []) {
    const coordinate = `${name}.${each.name.value}`;
    if (each.kind === Kind.INPUT_VALUE_DEFINITION) {
      inputs.push({ coordinate, typeName: name, field: null, node: each });
    } else if (!isFederationField(coordinate)) {
      fields.push({ coordinate, typeName: name, node: each });
      for (const argument of each.arguments ?? []) {
        const place = `${coordinate}(${argument.name.value}:)`;
        inputs.push({ coordinate: place, typeName: name, field: each, node: argument });
      }
    }
  }
  const interfaces = ("interfaces" in node && node.interfaces) || [];
  return {
    ...type,
    isDescribed: type.isDescribed || isDescribed(node),
    directives: [...type.directives, ...(node.directives ?? [])],
    interfaces: [...type.interfaces, ...interfaces.map((each) => each.name.value)],
    fields: [...type.fields, ...fields],
    inputs: [...type.inputs, ...inputs],
    values: [...type.values, ...(("values" in node && node.values) || [])],
  };
}

/** Whether the element has a description that says something. */
export function isDescribed(node: object): boolean {
  const description = (node as { description?: { value: string } }).description;
  return (description?.value ?? "").trim() !== "";
}

/** The name of the type under lists and non-nulls. */
export function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}

function isType(node: { kind: string }): node is TypeDefinitionNode | TypeExtensionNode {
  return /Type(Definition|Extension)$/u.test(node.kind);
}

/** Root fields that federation brings along. */
export function isFederationField(coordinate: string): boolean {
  return coordinate === "Query._entities" || coordinate === "Query._service";
}

/** Types that federation brings along. `knownWords` sees to it that no schema takes such a name. */
export function isFederationType(name: string): boolean {
  return /^(_Any|_Entity|_Service|FieldSet|(join|link|federation)__\w+)$/u.test(name);
}
