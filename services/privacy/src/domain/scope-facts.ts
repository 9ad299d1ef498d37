import { scopeNames, scopes, type Scope } from "@tidbok/domain";

/** A scope as clients read it. */
export type ScopeFacts = {
  readonly name: Scope;
  readonly en: string;
  readonly sv: string;
  readonly isProtected: boolean;
  readonly opens: readonly string[];
  readonly categories: readonly string[];
};

/** All scopes, in the order in which people are asked, with the categories of the data map that need them. */
export function describeScopes(
  dataMap: Readonly<Record<string, { readonly scope: string | null }>>,
): readonly ScopeFacts[] {
  const categories = Object.entries(dataMap);
  return scopeNames.map((name) => ({
    name,
    ...scopes[name],
    categories: categories.flatMap(([category, { scope }]) => (scope === name ? [category] : [])),
  }));
}
