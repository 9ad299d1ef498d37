import type { Caller, Origin } from "@tidbok/domain";
import type { Withheld } from "@tidbok/minimization";
import type { Charged } from "./cost/charge.ts";

/** What a service asks the gateway to put into the caller's session cookie; null ends it. */
export type SessionChange = { readonly cookie: string | null; readonly maxAgeSeconds: number };

/** What is known of one operation on its way through the gateway. */
export type GatewayContext = {
  readonly caller: Caller;
  /** Where the request comes from; null for one of our own services. */
  readonly origin: Origin | null;
  readonly requestId: string;
  readonly traceparent: string | null;
  /** What was withheld so far: pruned here, hidden or masked by services. */
  readonly withheld: Withheld[];
  /** What identity's answers to log-ins and log-outs ask for. A list, for Apollo Server works on a copy of this object. */
  readonly sessionChanges: SessionChange[];
  /** What the operation was charged, or refused, once that is known. */
  readonly charges: Charged[];
};

/** The context of an operation that begins. */
export function createContext(
  caller: Caller,
  {
    requestId,
    traceparent = null,
    origin = null,
  }: { requestId: string; traceparent?: string | null; origin?: Origin | null },
): GatewayContext {
  return { caller, origin, requestId, traceparent, withheld: [], sessionChanges: [], charges: [] };
}
