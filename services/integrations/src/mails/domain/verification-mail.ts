import type { VerificationFacts } from "./facts.ts";
import { layOut } from "./lay-out.ts";
import type { Mail, NoMail } from "./mail.ts";
import { plainName } from "./plain-name.ts";
import { wordsFor } from "./words-for.ts";

// The sender of the form may be another person than the reader, so these mails greet by no name.
const toStrangers: ReadonlySet<VerificationFacts["kind"]> = new Set([
  "ALREADY_REGISTERED",
  "EMAIL_CHANGE_NEW",
]);

/** The mail that identity wants at an address: a link to follow, or news of what changed. */
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
  const { subject, opening, action, note } = words.verification[kind];
  const greeted = toStrangers.has(kind) ? null : plainName(name);
  return {
    to: { name: greeted, address: email },
    replyTo: null,
    subject,
    ...layOut({
      language: words.language,
      sender: "Tidbok",
      hasLogo: false,
      heading: subject,
      greeting: words.greeting(greeted),
      paragraphs: [opening],
      facts: [],
      action: { label: action, url: link, note },
      footer: words.footer,
    }),
    logo: null,
    invitation: null,
  };
}
