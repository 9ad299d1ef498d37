import type { Instant } from "@tidbok/domain";

/** The kinds of questions. They do not identify a person, because a booking asks for the attendee's details. */
export const routingKinds = ["TEXT", "CHOICE", "NUMBER", "CONSENT"] as const;

/** The comparisons of a condition. */
export const routingOperators = ["EQUALS", "ONE_OF", "CONTAINS", "GREATER", "LESS"] as const;

/** A question of a form; rules and answers refer to it by its key. */
export type RoutingQuestion = {
  readonly key: string;
  readonly kind: (typeof routingKinds)[number];
  readonly label: string;
  readonly isRequired: boolean;
  /** Empty unless the kind is CHOICE. */
  readonly choices: readonly string[];
};

/** A comparison that an answer must meet; only the value that fits the question's kind is set. */
export type RoutingCondition = {
  readonly questionKey: string;
  readonly operator: (typeof routingOperators)[number];
  readonly texts: readonly string[];
  readonly number: number | null;
  readonly consent: boolean | null;
};

/** A destination of a form: a meeting type and, for round robin, optionally one group of its hosts. */
export type RoutingTarget = { readonly meetingTypeId: string; readonly group: string | null };

/** The destination of the form if all the conditions hold. */
export type RoutingRule = {
  readonly conditions: readonly RoutingCondition[];
  readonly target: RoutingTarget;
};

/** Questions with rules by which the answers lead to a meeting type. */
export type RoutingForm = {
  readonly id: string;
  readonly organizationId: string;
  readonly title: string;
  readonly questions: readonly RoutingQuestion[];
  /** The first rule that holds decides. */
  readonly rules: readonly RoutingRule[];
  /** The destination if no rule holds, or null. */
  readonly fallback: RoutingTarget | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};

/** How many forms an organization may have. */
export const mostForms = 100;
