import type { Instant, Origin } from "@tidbok/domain";
import type { ProvidedPerson } from "../domain/provider-link.ts";
import type { Attempts } from "./create-attempts.ts";
import type { ProviderClient } from "./create-provider-client.ts";
import type { Provider } from "./read-providers.ts";

/** A session that a browser's cookie opens. */
export type OpenSession = { readonly sessionId: string; readonly accountId: string };

/** What the pages around providers need of the rest of the service. */
export type ProviderParts = {
  readonly providers: readonly Provider[];
  readonly client: ProviderClient;
  readonly attempts: Attempts;
  readonly publicUrl: string;
  readonly log: { warn(facts: object, message: string): void };
  now(): Instant;
  sessionOfCookie(cookie: string): Promise<OpenSession | null>;
  /** Logs the person in who is linked, if there is one: the cookie, or what stands for it until a code is shown. */
  logIn(
    person: ProvidedPerson,
    whence: Origin | null,
  ): Promise<
    | { readonly cookie: string; readonly maxAgeSeconds: number }
    | { readonly secondStep: string }
    | null
  >;
  /** False when the account elsewhere is another one's, or this account has another one there. */
  link(accountId: string, person: ProvidedPerson): Promise<boolean>;
  /** The version of the privacy policy that holds; null before one was published. */
  policyVersion(): Promise<string | null>;
  /** Asks for an account; the mail says how it went. */
  signUp(
    signUp: { readonly person: ProvidedPerson; readonly form: object },
    whence: Origin | null,
  ): Promise<"CHECK_MAIL" | "WRONG">;
  /** Counts a request; how many seconds to wait where there were too many from there, else null. */
  waitFor(whence: Origin | null): Promise<number | null>;
};
