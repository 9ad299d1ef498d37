import type { Instant } from "@tidbok/domain";
import { attemptLifetime, type ProvidedPerson } from "../domain/provider-link.ts";
import { createSeals } from "../../accounts/adapters/seals.ts";
import type { Attempt } from "./create-provider-client.ts";

/** What a browser that was sent to a provider keeps: what its return is checked against, and what it is for. */
export type Journey = {
  readonly provider: string;
  /** Null once the browser is back. */
  readonly attempt: Attempt | null;
  readonly purpose: Purpose;
};

/**
 * A log-in leads on to a page of ours; a link is for the one session that asked for it; who is nobody here yet may
 * sign up with what the provider said.
 */
export type Purpose =
  | { readonly kind: "LOG_IN"; readonly to: string }
  | { readonly kind: "LINK"; readonly sessionId: string }
  | { readonly kind: "SIGN_UP"; readonly person: ProvidedPerson };

/** That a session may link a provider. */
export type Ticket = { readonly provider: string; readonly sessionId: string };

/** Sealed notes that browsers carry for us, ten minutes each; null for what is not ours, or too old. */
export type Attempts = {
  seal(journey: Journey, now: Instant): string;
  open(text: string, now: Instant): Journey | null;
  /** Where a session's browser goes to link a provider. In the browser of somebody else the address is worth nothing. */
  linkUrl(ticket: Ticket, now: Instant): string;
  readTicket(text: string, now: Instant): Ticket | null;
};

/** Attempts under the service's own secret: nothing is stored of somebody who does not come back. */
export function createAttempts({
  secret,
  publicUrl,
}: {
  readonly secret: string;
  readonly publicUrl: string;
}): Attempts {
  const seals = createSeals(secret);
  const seal = (place: string, note: object) =>
    Buffer.from(seals.seal(place, JSON.stringify(note))).toString("base64url");

  function open<Note>(place: string, { text, now }: { text: string; now: Instant }): Note | null {
    if (text === "" || text.length > 3_000) return null;
    try {
      const note = JSON.parse(seals.open(place, Buffer.from(text, "base64url"))) as Note & {
        readonly until: Instant;
      };
      return note.until > now ? note : null;
    } catch {
      // Not sealed by us, or for something else: whoever brings it is told that the page has expired.
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
