import { randomUUID } from "node:crypto";
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
} from "graphql";

/** Gives the id for a place such as `input.hosts.accountId`. */
export type IdFor = (path: string) => string;

// What a service takes for a value of this name, so that an answer is about the ids and nothing else.
const values: Readonly<Record<string, () => unknown>> = {
  idempotencyKey: randomUUID,
  slug: () => `org-${randomUUID().slice(0, 8)}`,
  email: () => `${randomUUID()}@people.example`,
  timeZone: () => "Europe/Stockholm",
  locale: () => "en",
  key: () => "size",
  questionKey: () => "size",
  role: () => "MEMBER",
  date: () => "2027-02-01",
  startsOn: () => "2027-02-01",
  endsOn: () => "2027-02-02",
  from: () => "2027-02-01",
  to: () => "2027-02-07",
  start: () => "09:00",
  end: () => "17:00",
  startAt: () => new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 86_400_000).toISOString(),
  startsAt: () =>
    new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 86_400_000).toISOString(),
  endAt: () => new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 90_000_000).toISOString(),
  durationsMinutes: () => 30,
  noticeMinutes: () => 0,
  // A series has two meetings at least.
  count: () => 2,
  redirectUris: () => "https://app.example/back",
  scope: () => "hosts.name:read",
  scopes: () => "attendees.email:read",
};

// Not required of everybody, and yet nothing can be made without.
const needed: readonly string[] = [
  "CreateMeetingTypeInput.scheduleId",
  "BookingLimitInput.bookings",
  "RoutingConditionInput.texts",
];

/** All that the field requires, and what leads to the id at `path`. */
export function filledArguments(
  field: GraphQLField<unknown, unknown>,
  { path, idFor }: { readonly path: string; readonly idFor: IdFor },
): Readonly<Record<string, unknown>> {
  const isOn = (place: string) => path === place || path.startsWith(`${place}.`);
  const isHosted = path.includes("hosts.");

  function valueOf(type: GraphQLInputType, place: string): unknown {
    const nullable = getNullableType(type);
    if (isListType(nullable)) return [valueOf(nullable.ofType, place)];
    const named = getNamedType(type);
    if (named.name === "ID") return idFor(place);
    if (isInputObjectType(named)) {
      const inner = Object.values(named.getFields()).filter(
        (each) =>
          isRequiredInputField(each) ||
          isOn(`${place}.${each.name}`) ||
          (needed.includes(`${named.name}.${each.name}`) && !isHosted),
      );
      return filled(inner, place);
    }
    const made = values[place.split(".").at(-1) ?? ""];
    if (made) return made();
    if (isEnumType(named)) return named.getValues()[0]?.name;
    if (named.name === "Boolean") return true;
    return named.name === "Int" || named.name === "Float" ? 1 : "Acme";
  }

  function filled(list: readonly (GraphQLArgument | GraphQLInputField)[], place: string) {
    return Object.fromEntries(
      list.map(({ name, type }) => [name, valueOf(type, place === "" ? name : `${place}.${name}`)]),
    );
  }
  return filled(
    field.args.filter((argument) => isRequiredArgument(argument) || isOn(argument.name)),
    "",
  );
}
