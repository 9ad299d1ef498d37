import type { Ask } from "@tidbok/client";
import { EmbedOriginsDocument } from "../generated/graphql.ts";

/** The sites that may show the organization's pages in a frame; none for an organization that does not exist. */
export async function loadEmbedOrigins(ask: Ask, slug: string): Promise<readonly string[]> {
  const { data } = await ask(EmbedOriginsDocument, { slug });
  return data.organization?.embedOrigins ?? [];
}
