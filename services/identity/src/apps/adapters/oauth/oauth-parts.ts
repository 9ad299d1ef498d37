import type { Origin } from "@tidbok/domain";
import type { App, Approval } from "../../domain/app.ts";
import type { Person } from "../../domain/person.ts";
import type { LogInForm, LogInOutcome } from "../../domain/log-in-form.ts";
import type { Seals } from "../../../accounts/adapters/seals.ts";
import type { TokenKeys } from "../../../sessions/adapters/token-keys.ts";
import type { Records } from "./create-record-adapter.ts";

/** The limits on visits from one network, which hold before the person is known. */
export type RequestLimit = "oauth-network" | "device-code-network";

/** What the authorization server needs of the rest of the service. */
export type OauthParts = {
  readonly publicUrl: string;
  readonly tokenKeys: TokenKeys;
  readonly cookieSecret: string;
  readonly records: Records;
  readonly seals: Seals;
  readonly scopes: readonly string[];
  readonly log: { error(facts: object, message: string): void };
  /** The providers that this installation's log-in page links to. */
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  findApp(id: string): Promise<App | null>;
  hasSecret(appId: string, secret: string): Promise<boolean>;
  /** The scopes with which the app may act for the organization; null where it is not installed. */
  installedScopes(key: {
    readonly appId: string;
    readonly organizationId: string;
  }): Promise<readonly string[] | null>;
  approvalsOf(appId: string): Promise<readonly Approval[]>;
  isAccount(id: string): Promise<boolean>;
  person(id: string): Promise<Person | null>;
  /** The account whose session the cookie opens; null without a live session. */
  accountOfCookie(cookie: string): Promise<string | null>;
  logIn(form: LogInForm, origin: Origin | null): Promise<LogInOutcome>;
  /** A fingerprint of where a request comes from. */
  clientOf(origin: Origin | null): string;
  /** Counts a visit; the seconds to wait if the network is above the limit, else null. */
  countVisit(limit: RequestLimit, origin: Origin | null): Promise<number | null>;
  /** Whether the device has waited long enough since it last asked for this code. */
  isInPace(deviceCode: string): Promise<boolean>;
};
