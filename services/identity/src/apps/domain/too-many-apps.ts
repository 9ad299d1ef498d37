import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";
import { mostApps } from "./app.ts";

export class TooManyApps extends DomainError<ErrorCode> {
  constructor() {
    super("TOO_MANY_APPS", `An organization may have ${mostApps} apps at most.`);
  }
}
