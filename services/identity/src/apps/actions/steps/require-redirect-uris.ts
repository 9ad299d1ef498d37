import { InvalidInput } from "@tidbok/domain";
import type { App } from "../../domain/app.ts";
import { findUnfit } from "../../domain/redirect-uri.ts";

const message = "must be https, or http on loopback; a private-use scheme is for public apps";

/** Throws InvalidInput for addresses that are not for an app of this kind. */
export function requireRedirectUris(app: Pick<App, "redirectUris" | "isConfidential">): void {
  const unfit = findUnfit(app.redirectUris, app);
  if (unfit.length === 0) return;
  throw new InvalidInput(
    unfit.map((index) => ({ path: `redirectUris.${index}`, code: "INVALID", message })),
  );
}
