import type { Prefill, UpMessage } from "@tidbok/embed";
import { createContext, useContext } from "react";

/** The site around a page that is shown in a frame. */
export type Embedding = {
  /** Tells the site; what concerns persons is in no message (packages/embed). */
  readonly tell: (message: UpMessage) => void;
  readonly prefill: Prefill;
  /** The zone that the site asks for; null while it asks for none. */
  readonly zone: string | null;
};

const EmbeddingContext = createContext<Embedding | null>(null);

export const EmbeddingProvider = EmbeddingContext.Provider;

/** The site around this page; null for a page that stands by itself. */
export function useEmbedding(): Embedding | null {
  return useContext(EmbeddingContext);
}
