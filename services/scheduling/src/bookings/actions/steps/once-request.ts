import type { OnceRequest } from "@tidbok/service";
import type { Context } from "../../../context.ts";

type Input = {
  readonly meetingTypeId: string;
  readonly attendee: { readonly email: string };
  readonly idempotencyKey: string;
};

/**
 * The request under its idempotency key, so that a retry gets the first answer. A visitor has no account, so the key
 * belongs to the e-mail address and the meeting type: the same key of another visitor is another request.
 */
export function onceRequest(
  { caller, fingerprint }: Pick<Context, "caller" | "fingerprint">,
  { operation, input }: { readonly operation: string; readonly input: Input },
): OnceRequest {
  const { meetingTypeId, attendee, idempotencyKey: key } = input;
  const request = fingerprint(JSON.stringify(input));
  const of = (principal: string) => ({ principal, operation, key, request });
  if (caller.kind === "account") return of(`account ${caller.accountId}`);
  if (caller.kind === "client") return of(`client ${caller.clientId} ${caller.accountId ?? ""}`);
  const visitor = JSON.stringify([meetingTypeId, attendee.email.toLowerCase()]);
  return of(`${caller.kind} ${fingerprint(visitor)}`);
}
