import { onEntitlementsChanged } from "./entitlements-changed.ts";
import { onOversightChanged } from "./oversight-changed.ts";
import { onRetentionChanged } from "./retention-changed.ts";

export const reactions = [onEntitlementsChanged, onOversightChanged, onRetentionChanged];
