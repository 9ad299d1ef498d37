import { onEntitlementsChanged } from "./entitlements-changed.ts";

export const reactions = [onEntitlementsChanged];
