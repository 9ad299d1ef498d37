import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

/** The host has another meeting at this time, or is away. */
export class HostNotAvailable extends DomainError<ErrorCode> {
  constructor() {
    super("HOST_NOT_AVAILABLE", "This host has another meeting at this time, or is away.");
  }
}
