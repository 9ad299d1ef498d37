import { consent } from "../../meeting-types/domain/answer.ts";
import type { RoutingCondition, RoutingForm, RoutingTarget } from "./routing-form.ts";

/** By question, what was answered, in one text. */
export type RoutingAnswers = ReadonlyMap<string, string>;

/** Where the answers lead: by the first rule that holds, else by the fallback, where that is to be had. */
export function routeOf<Found>(
  form: RoutingForm,
  asked: {
    readonly answers: RoutingAnswers;
    /** What there is at a target, or null. */
    readonly find: (target: RoutingTarget) => Found | null;
  },
): Found | null {
  const rule = form.rules.find(({ conditions }) =>
    conditions.every((condition) => holds(condition, { form, answers: asked.answers })),
  );
  const found = rule && asked.find(rule.target);
  return found ?? (form.fallback && asked.find(form.fallback));
}

/** Texts are compared as people do: case and width of letters are of no account. */
export function comparable(text: string): string {
  return text.trim().normalize("NFKC").toLowerCase();
}

function holds(
  condition: RoutingCondition,
  { form, answers }: { readonly form: RoutingForm; readonly answers: RoutingAnswers },
): boolean {
  const { questionKey, operator, texts, number } = condition;
  const answer = answers.get(questionKey);
  const kind = form.questions.find(({ key }) => key === questionKey)?.kind;
  if (answer === undefined || kind === undefined) return false;
  if (kind === "CONSENT") return (answer === consent.given) === condition.consent;
  if (kind === "CHOICE") return texts.includes(answer);
  if (kind === "TEXT") {
    const [said, wanted] = [comparable(answer), texts.map(comparable)];
    return operator === "CONTAINS"
      ? wanted.some((text) => said.includes(text))
      : wanted.includes(said);
  }
  if (number === null) return false;
  if (operator === "EQUALS") return Number(answer) === number;
  return operator === "GREATER" ? Number(answer) > number : Number(answer) < number;
}
