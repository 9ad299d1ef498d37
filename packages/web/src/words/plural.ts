/** Chooses between the words for one and for more, as the language counts (CLDR). */
export function plural(tag: string): (count: number, one: string, other: string) => string {
  const rules = new Intl.PluralRules(tag);
  return (count, one, other) => (rules.select(count) === "one" ? one : other);
}
