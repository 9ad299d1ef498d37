import { anonymous } from "@tidbok/domain";
import type { Caller } from "@tidbok/domain";
import { bestDecision } from "./caller-decisions.ts";
import { dataCategories } from "../data-map.ts";
import type { DataCategory } from "../data-map.ts";

const purpose = "provide.schedule";

// A caller of each class. What exists for a class depends on neither scopes nor purposes: these hide, and
// only the data map's `deny` makes a field not exist.
const exampleCallers = {
  anonymous,
  attendee: { kind: "attendee", attendeeId: "", bookingId: "", purpose },
  account: {
    kind: "account",
    accountId: "",
    sessionId: "",
    isFresh: false,
    memberships: [],
    purpose,
  },
  client: { kind: "client", clientId: "", accountId: "", memberships: [], scopes: [], purpose },
  app: { kind: "client", clientId: "", accountId: null, memberships: [], scopes: [], purpose },
  staff: { kind: "staff", staffId: "", grantId: "", subjectId: "", purpose: "support" },
  service: { kind: "service", service: "gateway", purpose },
  analyst: { kind: "service", service: "gateway", purpose: "research" },
} as const satisfies Readonly<Record<string, Caller>>;

/** The classes of callers that see different schemas; `app` is a partner that neither a person nor an organization let in. */
export type CallerClass = keyof typeof exampleCallers;

/** Every class, for a gateway that makes all its schemas at start. */
export const callerClasses = Object.keys(exampleCallers) as readonly CallerClass[];

/** The class with the schema that this caller sees. */
export function callerClassOf(caller: Caller): CallerClass {
  if (caller.purpose === "research") return "analyst";
  const isAlone =
    caller.kind === "client" && caller.accountId === null && caller.memberships.length === 0;
  return isAlone ? "app" : caller.kind;
}

/** The categories that do not exist for this class. */
export function deniedTo(callerClass: CallerClass): ReadonlySet<DataCategory> {
  return new Set(
    dataCategories.filter(
      (category) => bestDecision(category, exampleCallers[callerClass]).action === "deny",
    ),
  );
}
