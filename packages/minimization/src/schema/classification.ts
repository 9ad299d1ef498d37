import { Kind } from "graphql";
import type { ConstDirectiveNode } from "graphql";
import { isDataCategory } from "../data-map.ts";
import type { DataCategory } from "../data-map.ts";
import { isTextScalar } from "./scalars.ts";
import { namedTypeOf } from "./schema-elements.ts";
import type { FieldElement, InputElement, SchemaElements, SchemaType } from "./schema-elements.ts";

/** What a schema says of one element: a category of the data map, or that it tells nothing of a person. */
export type Class =
  { readonly kind: "personal"; readonly category: DataCategory } | { readonly kind: "nonPersonal" };

/** The classes of all fields, arguments and input fields by coordinate; null for the unclassified. */
export type Classification = ReadonlyMap<string, Class | null>;

/**
 * Reads what is classified as what. The whole rule:
 *
 * 1. An element's own mark counts.
 * 2. Without one, a field and an input field have their type's `@nonPersonal`, and an argument has
 *    its field's class.
 * 3. Text that a caller may write freely (an argument or input field of a text type) has nothing
 *    but its own mark.
 */
export function classify(types: SchemaElements): Classification {
  const classes = new Map<string, Class | null>();
  for (const type of types.values()) {
    for (const field of type.fields) classes.set(field.coordinate, classOfField(type, field));
    for (const input of type.inputs) classes.set(input.coordinate, classOfInput(types, input));
  }
  return classes;
}

function classOfField(type: SchemaType, { node }: FieldElement): Class | null {
  return ownClass(node.directives) ?? typeClass(type);
}

function classOfInput(
  types: SchemaElements,
  { typeName, field, node }: InputElement,
): Class | null {
  const own = ownClass(node.directives);
  const type = types.get(typeName);
  if (own !== null || type === undefined || isFreeText(types, node)) return own;
  if (field === null) return typeClass(type);
  // A number or an id that a field takes is no more personal than to ask for the field is.
  const isClassified = (ownClass(field.directives) ?? typeClass(type)) !== null;
  return isClassified ? { kind: "nonPersonal" } : null;
}

/** Whether a person can write anything in this argument or input field. */
export function isFreeText(types: SchemaElements, node: InputElement["node"]): boolean {
  const name = namedTypeOf(node.type);
  const kind = types.get(name)?.kind ?? "Scalar";
  return kind === "Scalar" && isTextScalar(name);
}

function typeClass({ directives }: SchemaType): Class | null {
  return directives.some(isNonPersonal) ? { kind: "nonPersonal" } : null;
}

function ownClass(directives: readonly ConstDirectiveNode[] = []): Class | null {
  const category = directives.map(categoryOf).find((each) => each !== null);
  if (category !== undefined) return { kind: "personal", category };
  return directives.some(isNonPersonal) ? { kind: "nonPersonal" } : null;
}

function isNonPersonal(directive: ConstDirectiveNode): boolean {
  return directive.name.value === "nonPersonal";
}

function categoryOf(directive: ConstDirectiveNode): DataCategory | null {
  if (directive.name.value !== "personalData") return null;
  const value = directive.arguments?.find((each) => each.name.value === "category")?.value;
  const name = value?.kind === Kind.ENUM ? value.value : "";
  return isDataCategory(name) ? name : null;
}

/** The category at a coordinate, or null for an unclassified one. */
export function categoryAt(classes: Classification, coordinate: string): DataCategory | null {
  const found = classes.get(coordinate) ?? null;
  return found?.kind === "personal" ? found.category : null;
}
