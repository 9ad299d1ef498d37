import type { ProviderParts } from "./provider-parts.ts";
import type { Provider } from "./read-providers.ts";

/** Logs that a provider failed, and gives null. Only the kind of the error is logged: its text may name people. */
export function logFailure({ log }: Pick<ProviderParts, "log">, { id: provider }: Provider) {
  return (error: unknown): null => {
    const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
    log.warn({ provider, code: String(code ?? name) }, "a log-in at a provider failed");
    return null;
  };
}
