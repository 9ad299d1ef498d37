import type { Instant } from "@tidbok/domain";

/** What a routing form can ask: nothing that says who answers, since that is asked when booking. */
export const routingKinds = ["TEXT", "CHOICE", "NUMBER", "CONSENT"] as const;

/** How a condition compares. */
export const routingOperators = ["EQUALS", "ONE_OF", "CONTAINS", "GREATER", "LESS"] as const;

/** A question of a form, by a key that its rules and whoever answers name it by. */
export type RoutingQuestion = {
  readonly key: string;
  readonly kind: (typeof routingKinds)[number];
  readonly label: string;
  readonly isRequired: boolean;
  /** Empty but for CHOICE. */
  readonly choices: readonly string[];
};

/** What must hold of an answer; of the three values the one that fits the question's kind. */
export type RoutingCondition = {
  readonly questionKey: string;
  readonly operator: (typeof routingOperators)[number];
  readonly texts: readonly string[];
  readonly number: number | null;
  readonly consent: boolean | null;
};

/** Where a form leads: a meeting type, and in round robin perhaps one group of its hosts. */
export type RoutingTarget = { readonly meetingTypeId: string; readonly group: string | null };

/** Where the form leads if all of the conditions hold. */
export type RoutingRule = {
  readonly conditions: readonly RoutingCondition[];
  readonly target: RoutingTarget;
};

/** Questions whose answers lead to a meeting type. */
export type RoutingForm = {
  readonly id: string;
  readonly organizationId: string;
  readonly title: string;
  readonly questions: readonly RoutingQuestion[];
  /** The first that holds decides. */
  readonly rules: readonly RoutingRule[];
  /** Where the form leads when no rule holds; null: nowhere. */
  readonly fallback: RoutingTarget | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};

/** How many forms an organization may have. */
export const mostForms = 100;
