import type { VerificationFacts } from "./facts.ts";
import { layOut } from "./lay-out.ts";
import type { Mail, NoMail } from "./mail.ts";
import { plainName } from "./plain-name.ts";
import { wordsFor } from "./words-for.ts";

/** The mail to an address that somebody signed up with: prove that it is yours, or log in. */
export function verificationMail({
  kind,
  email,
  link,
  name,
  locale,
}: VerificationFacts): Mail | NoMail {
  if (!email) return { reason: "RECIPIENT_GONE" };
  if (link === null) return { reason: "EXPIRED" };
  const words = wordsFor(locale);
  const isKnown = kind === "ALREADY_REGISTERED";
  const { subject, opening, action, note } = isKnown ? words.alreadyRegistered : words.signUp;
  // The owner of an account may not be who signed up with its address, so that mail greets by no name.
  const greeted = isKnown ? null : plainName(name);
  return {
    to: { name: greeted, address: email },
    replyTo: null,
    subject,
    ...layOut({
      language: words.language,
      greeting: words.greeting(greeted),
      paragraphs: [opening],
      facts: [],
      action: { label: action, url: link, note },
      footer: words.footer,
    }),
    invitation: null,
  };
}
