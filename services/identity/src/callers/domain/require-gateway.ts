import { NotFound, type Caller } from "@tidbok/domain";

/** Throws NotFound for everybody but the gateway, for whom alone some fields are. */
export function requireGateway(caller: Caller): void {
  const isGateway =
    caller.kind === "service" && caller.service === "gateway" && caller.purpose === "security";
  if (!isGateway) throw new NotFound("field");
}
