import { onEntitlementsChanged } from "./entitlements-changed.ts";
import { onOversightChanged } from "./oversight-changed.ts";

export const reactions = [onEntitlementsChanged, onOversightChanged];
