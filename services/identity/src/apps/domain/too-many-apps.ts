import { DomainError } from "@tidbok/domain";
import { mostApps } from "./app.ts";

export class TooManyApps extends DomainError {
  constructor() {
    super("TOO_MANY_APPS", `An organization may have ${mostApps} apps at most.`);
  }
}
