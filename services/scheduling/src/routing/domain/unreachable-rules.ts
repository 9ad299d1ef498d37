import { consent } from "../../meeting-types/domain/read-answers.ts";
import { comparable } from "./route-of.ts";
import type { RoutingCondition, RoutingQuestion, RoutingRule } from "./routing-form.ts";

/** The answers to one question that a rule accepts: texts of a set (null: any) that contain certain parts, or numbers. */
type Accepted = {
  readonly texts: ReadonlySet<string> | null;
  /** The text must contain one part of each list. */
  readonly contains: readonly (readonly string[])[];
  readonly above: number;
  readonly below: number;
  readonly exactly: number | null;
};

const anything: Accepted = {
  texts: null,
  contains: [],
  above: -Infinity,
  below: Infinity,
  exactly: null,
};

/** The positions of rules that can never apply: they contradict themselves, or an earlier rule accepts all their answers. */
export function unreachableRules(
  rules: readonly RoutingRule[],
  questions: readonly RoutingQuestion[],
): readonly number[] {
  const accepted = rules.map((rule) => acceptedBy(rule, questions));
  return accepted.flatMap((later, i) => {
    // A rule that accepts no answer does not restrict later rules either.
    const before = accepted.slice(0, i).filter((earlier) => !isEmpty(earlier));
    const isTaken = before.some((earlier) => covers(earlier, { later, questions }));
    return isTaken || isEmpty(later) ? [i] : [];
  });
}

function acceptedBy(
  { conditions }: RoutingRule,
  questions: readonly RoutingQuestion[],
): ReadonlyMap<string, Accepted> {
  const found = new Map<string, Accepted>();
  for (const condition of conditions) {
    const question = questions.find(({ key }) => key === condition.questionKey);
    if (!question) continue;
    const before = found.get(question.key) ?? possibleAnswers(question);
    found.set(question.key, narrowed(before, { condition, question }));
  }
  return found;
}

// The answers that the question allows: a required consent is always "yes".
function possibleAnswers({ kind, choices, isRequired }: RoutingQuestion): Accepted {
  if (kind === "CHOICE") return { ...anything, texts: new Set(choices) };
  if (kind !== "CONSENT") return anything;
  return { ...anything, texts: new Set(isRequired ? [consent.given] : Object.values(consent)) };
}

function narrowed(
  before: Accepted,
  { condition, question }: { condition: RoutingCondition; question: RoutingQuestion },
): Accepted {
  const { operator, texts, number } = condition;
  if (question.kind === "NUMBER") {
    const value = number ?? Number.NaN;
    if (operator === "GREATER") return { ...before, above: Math.max(before.above, value) };
    if (operator === "LESS") return { ...before, below: Math.min(before.below, value) };
    const isOther = before.exactly !== null && before.exactly !== value;
    return { ...before, exactly: isOther ? Number.NaN : value };
  }
  const expected = question.kind === "TEXT" ? texts.map(comparable) : texts;
  if (operator === "CONTAINS") return { ...before, contains: [...before.contains, expected] };
  const values =
    question.kind === "CONSENT" ? [consent[condition.consent ? "given" : "refused"]] : expected;
  const both = values.filter((text) => before.texts?.has(text) ?? true);
  return { ...before, texts: new Set(both) };
}

function isEmpty(byQuestion: ReadonlyMap<string, Accepted>): boolean {
  return [...byQuestion.values()].some((accepted) => {
    const { texts, above, below, exactly } = accepted;
    const hasNumbers = exactly === null ? above < below : above < exactly && exactly < below;
    const hasTexts = texts === null || [...texts].some((text) => fits(text, accepted));
    return !hasNumbers || !hasTexts;
  });
}

function fits(text: string, { texts, contains }: Accepted): boolean {
  return (
    (texts?.has(text) ?? true) && contains.every((some) => some.some((part) => text.includes(part)))
  );
}

function covers(
  earlier: ReadonlyMap<string, Accepted>,
  {
    later,
    questions,
  }: {
    readonly later: ReadonlyMap<string, Accepted>;
    readonly questions: readonly RoutingQuestion[];
  },
): boolean {
  return [...earlier].every(([key, wide]) => {
    const question = questions.find((each) => each.key === key);
    // Without a condition on the question the later rule accepts every answer to it, and a missing one.
    const narrow = later.get(key) ?? (question?.isRequired ? possibleAnswers(question) : null);
    return narrow !== null && contains(wide, narrow);
  });
}

function contains(wide: Accepted, narrow: Accepted): boolean {
  const [low, high] = [narrow.exactly ?? narrow.above, narrow.exactly ?? narrow.below];
  const isInside =
    wide.exactly !== null
      ? narrow.exactly === wide.exactly
      : narrow.exactly !== null
        ? wide.above < low && high < wide.below
        : wide.above <= low && high <= wide.below;
  if (!isInside) return false;
  if (narrow.texts)
    return [...narrow.texts].every((text) => !fits(text, narrow) || fits(text, wide));
  // A text that contains "grandiose" contains "grand": some list of the narrow rule must imply each list of the wide one.
  const isImplied = (some: readonly string[]) =>
    narrow.contains.some((others) =>
      others.every((text) => some.some((part) => text.includes(part))),
    );
  return wide.texts === null && wide.contains.every(isImplied);
}
