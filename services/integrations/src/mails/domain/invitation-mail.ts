import type { Instant } from "@tidbok/domain";
import type { InvitationFacts } from "./facts.ts";
import { layOut } from "./lay-out.ts";
import type { Mail, NoMail } from "./mail.ts";
import { plainName } from "./plain-name.ts";
import { wordsFor } from "./words-for.ts";
import { writeMoment } from "./write-time.ts";

/** The mail that invites a person to an organization. */
export function invitationMail(facts: InvitationFacts, now: Instant): Mail | NoMail {
  const { email, link, expiresAt, locale } = facts;
  if (!email) return { reason: "RECIPIENT_GONE" };
  if (link === null || expiresAt <= now) return { reason: "EXPIRED" };
  const words = wordsFor(locale);
  const organization = plainName(facts.organizationName) ?? words.unnamed.organization;
  // Of the invited person only the address is known, so times are in UTC and say so.
  const reader = { formats: words.formats, timeZone: null };
  const { invitation } = words;
  const note = `${invitation.expires(writeMoment(reader, expiresAt))} ${invitation.notYou}`;
  return {
    to: { name: null, address: email },
    replyTo: null,
    subject: invitation.subject(organization),
    ...layOut({
      language: words.language,
      sender: organization,
      hasLogo: false,
      heading: invitation.subject(organization),
      greeting: words.greeting(null),
      paragraphs: [invitation.opening(organization)],
      facts: [],
      action: { label: invitation.action, url: link, note },
      footer: words.footer,
    }),
    logo: null,
    invitation: null,
  };
}
