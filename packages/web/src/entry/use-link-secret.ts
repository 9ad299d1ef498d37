import { useEffect, useLayoutEffect, useState } from "react";
import { takeLinkSecret } from "./link-secret.ts";

/** The secret of the link; null without one, and undefined on the server and until the browser has drawn the same. */
export function useLinkSecret(): string | null | undefined {
  const [secret, setSecret] = useState<string | null | undefined>(undefined);
  useLayoutEffect(() => setSecret(takeLinkSecret()), []);
  useEffect(() => {
    // Another link of the same kind, opened in the same tab, loads nothing by itself.
    const again = () => location.hash.length > 1 && location.reload();
    addEventListener("hashchange", again);
    return () => removeEventListener("hashchange", again);
  }, []);
  return secret;
}
