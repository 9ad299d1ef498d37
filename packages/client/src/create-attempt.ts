import type { Answer } from "./create-transport.ts";
import type { Ask } from "./create-client.ts";
import { GraphError } from "./graph-error.ts";
import type { TypedDocument } from "./typed-document.ts";

type Keyed = { readonly input: { readonly idempotencyKey: string } };
type Unkeyed<Variables extends Keyed> = Omit<Variables["input"], "idempotencyKey">;

/**
 * One thing that a person wants done once, such as a booking: sends a mutation with an idempotency key of its own. The key
 * stays while no answer came, so that repeating the same input gives the first result and nothing happens twice. After
 * an answer, and for another input, the next call is a new wish with a new key.
 */
export function createAttempt<Data, Variables extends Keyed>(
  ask: Ask,
  document: TypedDocument<Data, Variables>,
): (input: Unkeyed<Variables>) => Promise<Answer<Data>> {
  let kept: { readonly key: string; readonly text: string } | null = null;
  return async (input) => {
    const text = JSON.stringify(input);
    if (kept?.text !== text) kept = { key: crypto.randomUUID(), text };
    const variables = { input: { ...input, idempotencyKey: kept.key } } as unknown as Variables;
    try {
      const answer = await (ask as Send)(document, variables);
      kept = null;
      return answer;
    } catch (error) {
      if (error instanceof GraphError && !isOpen(error.code)) kept = null;
      throw error;
    }
  };
}

type Send = <Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
) => Promise<Answer<Data>>;

// Whether the mutation may have happened although it seems to have failed.
function isOpen(code: string): boolean {
  return ["UNREACHABLE", "BAD_ANSWER", "SERVICE_UNAVAILABLE", "INTERNAL"].includes(code);
}
