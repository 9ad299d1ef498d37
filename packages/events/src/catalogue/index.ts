import type { EventDefinition } from "../define/define-event.ts";
import * as billing from "./billing.ts";
import * as identity from "./identity.ts";
import * as integrations from "./integrations.ts";
import * as privacy from "./privacy.ts";
import * as scheduling from "./scheduling.ts";

export * from "./billing.ts";
export * from "./identity.ts";
export * from "./integrations.ts";
export * from "./privacy.ts";
export * from "./scheduling.ts";

/** Every event that the platform knows. */
export const catalogue: readonly EventDefinition[] = [
  identity,
  scheduling,
  billing,
  integrations,
  privacy,
].flatMap((events) => Object.values(events));
