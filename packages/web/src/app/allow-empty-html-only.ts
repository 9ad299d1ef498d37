type Rules = { readonly createHTML: (text: string) => string };
type Factory = { readonly createPolicy: (name: string, rules: Rules) => unknown };

/**
 * The one policy of Trusted Types: text never becomes HTML, except the empty one. React Aria empties its announcer with
 * `innerHTML = ""`. This module must run before all others that touch the document.
 */
export function allowEmptyHtmlOnly(): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: Factory };
  trustedTypes?.createPolicy("default", {
    createHTML: (text) => {
      if (text === "") return "";
      throw new TypeError("Text does not become HTML here.");
    },
  });
}
