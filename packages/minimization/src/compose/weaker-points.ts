import { audiences, type Audience } from "../decide/audience.ts";
import type { Category, Rule } from "../category.ts";
import { decisionOf, strictness } from "../decide/decide.ts";

const sensitivities = ["personal", "protected", "secret"] as const;

/**
 * In which points a row of a data map protects less than another, in words; empty when it is at least
 * as strict in all. A mask for another mask counts as less: neither shows less than the other.
 */
export function weakerPoints(row: Category, than: Category): readonly string[] {
  const points: string[] = audiences
    .map((audience) => ({ audience, now: row.rules[audience], before: before(audience) }))
    .filter(({ now, before }) => isWeaker(now, before))
    .map(({ audience, now, before }) => `${audience} gets ${now} instead of ${before}`);
  const added = row.purposes.filter((purpose) => !than.purposes.includes(purpose));
  if (added.length > 0) points.push(`it serves ${added.join(", ")} as well`);
  if (than.scope !== null && row.scope !== than.scope && isShown(row.rules.partner)) {
    points.push(`partners need ${row.scope ?? "no scope"} instead of ${than.scope}`);
  }
  if (sensitivities.indexOf(row.sensitivity) < sensitivities.indexOf(than.sensitivity)) {
    points.push(`it counts as ${row.sensitivity} instead of ${than.sensitivity}`);
  }
  return points;

  // An audience that a map did not know got nothing.
  function before(audience: Audience): Rule {
    return than.rules[audience] ?? "hide";
  }
}

function isShown(rule: Rule): boolean {
  return rule !== "hide" && rule !== "deny";
}

function isWeaker(rule: Rule, than: Rule): boolean {
  const [now, before] = [
    decisionOf(rule, "NOT_FOR_AUDIENCE"),
    decisionOf(than, "NOT_FOR_AUDIENCE"),
  ];
  return (
    strictness(now) < strictness(before) ||
    (now.action === "mask" && rule !== than && before.action === "mask")
  );
}
