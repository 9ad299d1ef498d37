import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { previewRetention } from "./actions/preview-retention.ts";

export const resolvers: Resolvers<Context> = {
  Organization: {
    // Returns the id alone, so that another field of the representation is never repeated to the client.
    __resolveReference: ({ id }: Reference) => ({ id }),
    retentionPreview: ({ id: organizationId }: Reference, args, context) =>
      previewRetention(context, { ...args, organizationId }),
  },
};

type Reference = { readonly id: string };
