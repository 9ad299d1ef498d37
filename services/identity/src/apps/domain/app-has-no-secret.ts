import { DomainError } from "@tidbok/domain";

export class AppHasNoSecret extends DomainError {
  constructor() {
    super("APP_HAS_NO_SECRET", "A public app has no secret; it proves itself by PKCE.");
  }
}
