import type { Membership, Origin } from "@tidbok/domain";
import type { App, Approval } from "../../domain/app.ts";
import type { Seals } from "../../../accounts/adapters/seals.ts";
import type { TokenKeys } from "../../../sessions/adapters/token-keys.ts";
import type { Records } from "./create-record-adapter.ts";

/** A person at the pages of the authorization server. */
export type Person = {
  readonly id: string;
  readonly locale: string | null;
  readonly memberships: readonly Membership[];
};

/** How a log-in on the page went: the cookie that it gave, what stands for it until a code is shown, or why there is none. */
export type LogInOutcome =
  | { readonly accountId: string; readonly cookie: string; readonly maxAgeSeconds: number }
  | { readonly secondStep: string; readonly isWrong: boolean }
  | { readonly refused: "LOGIN_FAILED" }
  | { readonly refused: "RATE_LIMITED"; readonly retryAfterSeconds: number };

/** What is limited by network before anybody has said who they are. */
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
  /** Other services whose accounts log in here. */
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  findApp(id: string): Promise<App | null>;
  hasSecret(appId: string, secret: string): Promise<boolean>;
  approvalsOf(appId: string): Promise<readonly Approval[]>;
  isAccount(id: string): Promise<boolean>;
  person(id: string): Promise<Person | null>;
  /** Whose session the cookie is; null for one that is over. */
  accountOfCookie(cookie: string): Promise<string | null>;
  logIn(
    form:
      | { readonly email: string; readonly password: string }
      | { readonly token: string; readonly code: string },
    whence: Origin | null,
  ): Promise<LogInOutcome>;
  /** Counts a request; how many seconds to wait where there were too many from there, else null. */
  waitFor(what: RequestLimit, whence: Origin | null): Promise<number | null>;
  /** Whether a device has waited since it last asked for this code. */
  isInPace(deviceCode: string): Promise<boolean>;
};
