import type { Instant } from "@tidbok/domain";
import { attemptLifetime, type ProvidedPerson } from "../domain/provider-link.ts";
import { createSeals } from "../../accounts/adapters/seals.ts";
import type { Attempt } from "./create-provider-client.ts";

/** The note that a browser carries to a provider and back: the values of the check, and the purpose. */
export type Journey = {
  readonly provider: string;
  /** Null once the browser is back. */
  readonly attempt: Attempt | null;
  readonly purpose: Purpose;
};

/**
 * The purpose of a visit: a log-in that leads on to one of our pages, a link for the session that asked for it, or a
 * sign-up with what the provider said about the person.
 */
export type Purpose =
  | { readonly kind: "LOG_IN"; readonly to: string }
  | { readonly kind: "LINK"; readonly sessionId: string }
  | { readonly kind: "SIGN_UP"; readonly person: ProvidedPerson };

/** The permission of one session to link a provider. */
export type Ticket = { readonly provider: string; readonly sessionId: string };

/** Sealed notes that browsers carry for ten minutes. Reading returns null for a foreign or an expired note. */
export type Attempts = {
  seal(journey: Journey, now: Instant): string;
  open(text: string, now: Instant): Journey | null;
  /** The address at which the session's browser links a provider. It works in no other session. */
  linkUrl(ticket: Ticket, now: Instant): string;
  readTicket(text: string, now: Instant): Ticket | null;
};

/** Seals notes with the service's own secret, so that nothing is stored about people who never return. */
export function createAttempts({
  secret,
  publicUrl,
}: {
  readonly secret: string;
  readonly publicUrl: string;
}): Attempts {
  const seals = createSeals(secret);
  const seal = (use: string, note: object) =>
    Buffer.from(seals.seal(use, JSON.stringify(note))).toString("base64url");

  function open<Note>(use: string, { text, now }: { text: string; now: Instant }): Note | null {
    if (text === "" || text.length > 3_000) return null;
    try {
      const note = JSON.parse(seals.open(use, Buffer.from(text, "base64url"))) as Note & {
        readonly until: Instant;
      };
      return note.until > now ? note : null;
    } catch {
      // The note is foreign or for another use; the browser gets the page of an expired request.
      return null;
    }
  }

  return {
    seal: (journey, now) => seal("provider journey", { ...journey, until: now + attemptLifetime }),
    open: (text, now) => open("provider journey", { text, now }),
    linkUrl: (ticket, now) => {
      const url = new URL(`/log-in/with/${ticket.provider}`, publicUrl);
      const note = { ...ticket, until: now + attemptLifetime };
      url.searchParams.set("link", seal("provider ticket", note));
      return url.href;
    },
    readTicket: (text, now) => open("provider ticket", { text, now }),
  };
}
