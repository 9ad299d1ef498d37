import { ButtonLink } from "../components/button.tsx";
import { useWords } from "../words/words-context.tsx";
import type { EntryWords } from "../words/entry.en.ts";
import { EntryPage } from "./entry-page.tsx";

/** Shown where a page that needs the link of a mail was opened without it, or after it was used up. */
export function MissingLink({ heading }: { readonly heading: string }) {
  const { entry } = useWords<{ entry: EntryWords }>();
  return (
    <EntryPage heading={heading} lead={entry.linkMissing}>
      <ButtonLink href="/log-in">{entry.logIn}</ButtonLink>
    </EntryPage>
  );
}
