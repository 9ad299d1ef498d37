import { setImmediate as nextRound } from "node:timers/promises";
import { introspect, type Introspection } from "./introspect.ts";

type Answer = Readonly<Record<string, unknown>>;

const nothing: Answer = {};
let last: Promise<unknown> = Promise.resolve();

/**
 * What the operation asks of the schema. A whole schema takes the only thread for a while, so one operation is answered in a
 * round of the event loop, and other requests go on in between.
 */
export async function introspectInTurn(asked: Introspection): Promise<Answer> {
  if (!/__(schema|type)\b/.test(asked.document.loc?.source.body ?? "__schema")) return nothing;
  const answer = last.then(() => nextRound()).then(() => introspect(asked));
  last = answer.catch(() => undefined);
  return answer;
}
