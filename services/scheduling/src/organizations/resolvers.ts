import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { previewRetention } from "./actions/preview-retention.ts";

export const resolvers: Resolvers<Context> = {
  Organization: {
    // Only the id comes back: whatever else a representation carries is not ours to repeat.
    __resolveReference: ({ id }: Reference) => ({ id }),
    retentionPreview: ({ id: organizationId }: Reference, asked, context) =>
      previewRetention(context, { ...asked, organizationId }),
  },
};

type Reference = { readonly id: string };
