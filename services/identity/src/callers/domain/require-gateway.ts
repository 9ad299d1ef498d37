import { NotFound, type Caller } from "@tidbok/domain";

/** Throws NotFound for every caller but the gateway, which alone may ask for some fields. */
export function requireGateway(caller: Caller): void {
  const isGateway =
    caller.kind === "service" && caller.service === "gateway" && caller.purpose === "security";
  if (!isGateway) throw new NotFound("field");
}
