import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";
import { runningPlatform } from "./running-platform.ts";

/** An operation with wrong values in its variables. */
export type BadInput = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

// What stands in place of a value of a scalar, by the scalar's name; `other` is for scalars of text.
type Kind = {
  readonly name: string;
  readonly leaf: (scalar: string, text: string) => unknown;
  readonly length: number;
  /** Whether objects get a field that the schema does not have. */
  readonly hasStranger?: boolean;
  readonly isNull?: boolean;
};

const isNumber = (scalar: string) => scalar === "Int" || scalar === "Float";
const numbersOr =
  (number: number, words: (text: string) => string): Kind["leaf"] =>
  (scalar, text) =>
    isNumber(scalar) ? number : scalar === "Boolean" ? false : words(text);

const kinds: readonly Kind[] = [
  {
    name: "of another type",
    leaf: (scalar, text) => (isNumber(scalar) || scalar === "Boolean" ? text : { [text]: text }),
    length: 1,
  },
  { name: "of another form", leaf: numbersOr(-1, (text) => text), length: 1 },
  { name: "too small", leaf: numbersOr(-2_147_483_648, () => ""), length: 0 },
  { name: "too large", leaf: numbersOr(2_147_483_647, (text) => text.repeat(60)), length: 3 },
  { name: "too many", leaf: numbersOr(0, (text) => text), length: 60 },
  { name: "with control characters", leaf: numbersOr(1.5, (text) => `\0${text}\u202E`), length: 1 },
  { name: "strange", leaf: numbersOr(1e300, (text) => text), length: 1, hasStranger: true },
  { name: "null", leaf: () => null, length: 1, isNull: true },
];

/** Each field with arguments of the root and of what everybody may look up, once with wrong values of each kind. */
export function badInputs(schema: GraphQLSchema, text: string): readonly BadInput[] {
  const { organization, meetingType } = runningPlatform().demo;
  const places = [
    { type: "Query", around: (field: string) => field },
    { type: "Mutation", around: (field: string) => field },
    { type: "Account", around: (field: string) => `me { ${field} }` },
    {
      type: "Organization",
      around: (field: string) => `organization(slug: "${organization.slug}") { ${field} }`,
    },
    {
      type: "MeetingType",
      around: (field: string) => `meetingType(id: "${meetingType.id}") { ${field} }`,
    },
  ];
  return places.flatMap(({ type, around }) => {
    const object = schema.getType(type);
    if (!isObjectType(object)) throw new Error(`${type} is no type of objects.`);
    const operation = type === "Mutation" ? "mutation" : "query";
    return Object.values(object.getFields())
      .filter(({ args }) => args.length > 0)
      .flatMap((field) =>
        kinds.map((kind) => ({
          query: documentOf(field, { operation, around }),
          variables: Object.fromEntries(
            field.args.map((each) => [each.name, valueOf(each.type, { kind, text, depth: 0 })]),
          ),
        })),
      );
  });
}

function documentOf(
  { name, args, type }: GraphQLField<unknown, unknown>,
  { operation, around }: { readonly operation: string; readonly around: (field: string) => string },
): string {
  const variables = args.map((each) => `$${each.name}: ${String(each.type)}`).join(", ");
  const given = args.map((each) => `${each.name}: $${each.name}`).join(", ");
  const selection = isLeafType(getNamedType(type)) ? "" : " { __typename }";
  return `${operation} (${variables}) { ${around(`${name}(${given})${selection}`)} }`;
}

type Filling = { readonly kind: Kind; readonly text: string; readonly depth: number };

function valueOf(type: GraphQLInputType, filling: Filling): unknown {
  const { kind, text, depth } = filling;
  if (kind.isNull && depth > 0 && !isNonNullType(type)) return null;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    // Lists in lists would make a body that is not read at all.
    const length = depth > 1 ? Math.min(1, kind.length) : kind.length;
    return Array.from({ length }, () => valueOf(nullable.ofType, { ...filling, depth: depth + 1 }));
  }
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    if (depth > 5) return {};
    const fields = Object.values(named.getFields()).map((field) => [
      field.name,
      valueOf(field.type, { ...filling, depth: depth + 1 }),
    ]);
    return { ...Object.fromEntries(fields), ...(kind.hasStranger && { stranger: text }) };
  }
  // A wrong value of an enum would hide what the services say of the others.
  if (isEnumType(named) && kind.name !== "of another type") return named.getValues()[0]?.name;
  return kind.leaf(named.name, text);
}
