import { onPolicyPublished } from "./policy-published.ts";

export const reactions = [onPolicyPublished];
