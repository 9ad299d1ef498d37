import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";
import { mostApps } from "./app.ts";

export class AppHasNoSecret extends DomainError<ErrorCode> {
  constructor() {
    super("APP_HAS_NO_SECRET", "A public app has no secret; it uses PKCE instead.");
  }
}

export class AppShutOut extends DomainError<ErrorCode> {
  constructor() {
    super("APP_SHUT_OUT", "The organization excludes this app from its data; readmit it first.");
  }
}

export class TooManyApps extends DomainError<ErrorCode> {
  constructor() {
    super("TOO_MANY_APPS", `An organization may have ${mostApps} apps at most.`);
  }
}
