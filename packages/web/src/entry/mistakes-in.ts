import type { EntryWords } from "../words/entry.en.ts";
import type { Problem } from "./problems-of.ts";

type Told = Pick<EntryWords, "mistakes">;

/** What a form can tell by itself, by the rules of its fields, in the words of the page and not the browser's. */
export function mistakesIn(form: HTMLFormElement, { mistakes }: Told): readonly Problem[] {
  return Array.from(form.elements).flatMap((element) => {
    const { name, type, validity } = element as HTMLInputElement;
    if (!name || validity.valid) return [];
    const isTick = type === "checkbox";
    if (validity.valueMissing) {
      return [{ field: name, text: isTick ? mistakes.UNTICKED : mistakes.REQUIRED }];
    }
    if (validity.typeMismatch) return [{ field: name, text: mistakes.WRONG_FORMAT }];
    if (validity.tooShort) return [{ field: name, text: mistakes.PASSWORD_TOO_SMALL }];
    return [{ field: name, text: mistakes.INVALID }];
  });
}
