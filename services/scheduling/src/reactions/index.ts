import { onAccountDeactivated } from "./account-deactivated.ts";
import { onAccountErased } from "./account-erased.ts";
import { onAccountReactivated } from "./account-reactivated.ts";
import { onDiscretionChanged } from "./discretion-changed.ts";
import { onEntitlementsChanged } from "./entitlements-changed.ts";
import { onMemberJoined } from "./member-joined.ts";
import { onMemberLeft } from "./member-left.ts";
import { onOversightChanged } from "./oversight-changed.ts";
import { onRetentionChanged } from "./retention-changed.ts";

export const reactions = [
  onEntitlementsChanged,
  onOversightChanged,
  onDiscretionChanged,
  onRetentionChanged,
  onMemberJoined,
  onMemberLeft,
  onAccountDeactivated,
  onAccountReactivated,
  onAccountErased,
];
