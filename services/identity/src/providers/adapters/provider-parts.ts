import type { Instant, Origin } from "@tidbok/domain";
import type { SessionCookie } from "../../sessions/domain/session.ts";
import type { ProvidedPerson } from "../domain/provider-link.ts";
import type { Attempts } from "./create-attempts.ts";
import type { ProviderClient } from "./create-provider-client.ts";
import type { Provider } from "./read-providers.ts";

/** A session that a browser's cookie opens. */
export type OpenSession = { readonly id: string; readonly accountId: string };

/** What a log-in at a page leads to: a session, or a token that stands for it until the person shows a code. */
export type PageLogIn = {
  readonly session: SessionCookie | null;
  readonly secondStep: { readonly token: string } | null;
};

/** What the pages around providers need of the rest of the service. */
export type ProviderParts = {
  readonly providers: readonly Provider[];
  readonly client: ProviderClient;
  readonly attempts: Attempts;
  readonly publicUrl: string;
  readonly log: { warn(facts: object, message: string): void };
  now(): Instant;
  /** The session that the cookie opens; null without a live session. */
  sessionOfCookie(cookie: string): Promise<OpenSession | null>;
  /** Logs in the person whose account is linked; null if no account is linked. */
  logIn(person: ProvidedPerson, origin: Origin | null): Promise<PageLogIn | null>;
  /** Links the account at the provider. Throws ProviderTaken. */
  link(accountId: string, person: ProvidedPerson): Promise<unknown>;
  /** The version of the privacy policy that holds; null before the first one was published. */
  policyVersion(): Promise<string | null>;
  /** Requests an account; a mail tells the person how to go on. Throws an error of the domain for a wrong form. */
  signUp(
    signUp: { readonly person: ProvidedPerson; readonly form: object },
    origin: Origin | null,
  ): Promise<void>;
  /** Counts a visit; the seconds to wait if the network is above the limit, else null. */
  countVisit(origin: Origin | null): Promise<number | null>;
};
