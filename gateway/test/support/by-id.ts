import { randomUUID } from "node:crypto";
import { getNamedType, isObjectType } from "graphql";
import { post, textWithoutBudget } from "./ask.ts";
import { filledArguments, type IdFor } from "./filled-arguments.ts";
import { selectionOf, type IdPlace } from "./graph-schema.ts";
import { idKinds, type IdKind, type Ids } from "./tenant.ts";

/** The place, as one would say it. */
export function nameOf({ type, field, path }: IdPlace): string {
  return `${type}.${field.name} ${path}`;
}

// Words for an id that are not the kind's own.
const otherWords: Readonly<Record<string, IdKind>> = {
  hostId: "account",
  standInId: "account",
  linkId: "providerLink",
  fromHostId: "account",
  toHostId: "account",
  "Query.organizationById id": "organization",
  nodeId: "meetingType",
  nodeIds: "meetingType",
};

/** What the id at this place names. A new kind of id is to be added to the tenants. */
export function kindOf(place: IdPlace): IdKind {
  const [last = "", before = place.field.name] = place.path.split(".").reverse();
  const word = last === "id" ? before : last;
  const kind =
    otherWords[nameOf(place)] ??
    otherWords[word] ??
    idKinds.find((each) => [each, `${each}Id`, `${each}s`].includes(word));
  if (!kind) throw new Error(`Say in platform/tenant.ts what ${nameOf(place)} names.`);
  return kind;
}

/** Ids that name nothing. */
export function unknownIds(): Ids {
  return Object.fromEntries(idKinds.map((kind) => [kind, randomUUID()])) as Ids;
}

/** The status and the whole answer to a caller that names these ids, without the ids that were sent. */
export async function answerTo(
  place: IdPlace,
  asked: { readonly token: string | undefined; readonly own: string; readonly idFor: IdFor },
): Promise<string> {
  const { type, field, path } = place;
  const args = filledArguments(field, { path, idFor: asked.idFor });
  const named = getNamedType(field.type);
  const inner = isObjectType(named) ? `{ ${selectionOf(named, 1)} }` : "";
  const given = field.args.filter(({ name }) => name in args);
  const heads = given.map((each) => `$${each.name}: ${String(each.type)}`);
  const call = `${field.name}(${given.map(({ name }) => `${name}: $${name}`).join(", ")}) ${inner}`;
  const isRoot = type === "Query" || type === "Mutation";
  if (!isRoot && type !== "Organization") throw new Error(`Say how one comes to ${nameOf(place)}.`);
  const query = isRoot
    ? `${type.toLowerCase()} (${heads.join(", ")}) { ${call} }`
    : `query ($own: ID!, ${heads.join(", ")}) { organizationById(id: $own) { ${call} } }`;
  const variables = isRoot ? args : { ...args, own: asked.own };
  const { token } = asked;
  const response = await post({ query, variables, ...(token && { token }) });
  const sent = [...JSON.stringify(variables).matchAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g)];
  const said = `${response.status} ${await textWithoutBudget(response)}`;
  return sent.reduce((text, [id]) => text.replaceAll(id, "…"), said);
}
