import { consent } from "../../meeting-types/domain/answer.ts";
import { comparable } from "./route-of.ts";
import type { RoutingCondition, RoutingQuestion, RoutingRule } from "./routing-form.ts";

/** What a rule lets through of one question: these texts (null: any) that contain all of those, or these numbers. */
type Passage = {
  readonly texts: ReadonlySet<string> | null;
  /** Of each list one must be contained. */
  readonly contains: readonly (readonly string[])[];
  readonly above: number;
  readonly below: number;
  readonly exactly: number | null;
};

const anything: Passage = {
  texts: null,
  contains: [],
  above: -Infinity,
  below: Infinity,
  exactly: null,
};

/** The places of rules that never decide: they contradict themselves, or one before them takes all of theirs. */
export function unreachableRules(
  rules: readonly RoutingRule[],
  questions: readonly RoutingQuestion[],
): readonly number[] {
  const passages = rules.map((rule) => passagesOf(rule, questions));
  return passages.flatMap((later, i) => {
    // One that lets nothing through takes nothing away either.
    const before = passages.slice(0, i).filter((earlier) => !isEmpty(earlier));
    const isTaken = before.some((earlier) => covers(earlier, { later, questions }));
    return isTaken || isEmpty(later) ? [i] : [];
  });
}

function passagesOf(
  { conditions }: RoutingRule,
  questions: readonly RoutingQuestion[],
): ReadonlyMap<string, Passage> {
  const found = new Map<string, Passage>();
  for (const condition of conditions) {
    const question = questions.find(({ key }) => key === condition.questionKey);
    if (!question) continue;
    const before = found.get(question.key) ?? startOf(question);
    found.set(question.key, narrowed(before, { condition, question }));
  }
  return found;
}

// What can be answered at all: a consent that is required is always given.
function startOf({ kind, choices, isRequired }: RoutingQuestion): Passage {
  if (kind === "CHOICE") return { ...anything, texts: new Set(choices) };
  if (kind !== "CONSENT") return anything;
  return { ...anything, texts: new Set(isRequired ? [consent.given] : Object.values(consent)) };
}

function narrowed(
  before: Passage,
  { condition, question }: { condition: RoutingCondition; question: RoutingQuestion },
): Passage {
  const { operator, texts, number } = condition;
  if (question.kind === "NUMBER") {
    const value = number ?? Number.NaN;
    if (operator === "GREATER") return { ...before, above: Math.max(before.above, value) };
    if (operator === "LESS") return { ...before, below: Math.min(before.below, value) };
    const isOther = before.exactly !== null && before.exactly !== value;
    return { ...before, exactly: isOther ? Number.NaN : value };
  }
  const wanted = question.kind === "TEXT" ? texts.map(comparable) : texts;
  if (operator === "CONTAINS") return { ...before, contains: [...before.contains, wanted] };
  const said =
    question.kind === "CONSENT" ? [consent[condition.consent ? "given" : "refused"]] : wanted;
  const both = said.filter((text) => before.texts?.has(text) ?? true);
  return { ...before, texts: new Set(both) };
}

function isEmpty(passages: ReadonlyMap<string, Passage>): boolean {
  return [...passages.values()].some((passage) => {
    const { texts, above, below, exactly } = passage;
    const hasNumbers = exactly === null ? above < below : above < exactly && exactly < below;
    const hasTexts = texts === null || [...texts].some((text) => fits(text, passage));
    return !hasNumbers || !hasTexts;
  });
}

function fits(text: string, { texts, contains }: Passage): boolean {
  return (
    (texts?.has(text) ?? true) && contains.every((some) => some.some((part) => text.includes(part)))
  );
}

function covers(
  earlier: ReadonlyMap<string, Passage>,
  asked: {
    readonly later: ReadonlyMap<string, Passage>;
    readonly questions: readonly RoutingQuestion[];
  },
): boolean {
  return [...earlier].every(([key, wide]) => {
    const question = asked.questions.find((each) => each.key === key);
    // Where no condition of the later rule is about the question, all answers to it come, or none does.
    const narrow = asked.later.get(key) ?? (question?.isRequired ? startOf(question) : null);
    return narrow !== null && contains(wide, narrow);
  });
}

function contains(wide: Passage, narrow: Passage): boolean {
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
  // What contains "grand" contains "grandiose"'s part "grand": each of these must bring one of those.
  const brings = (some: readonly string[]) =>
    narrow.contains.some((given) =>
      given.every((text) => some.some((part) => text.includes(part))),
    );
  return wide.texts === null && wide.contains.every(brings);
}
