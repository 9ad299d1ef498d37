import type { Resolvers } from "@tidbok/service";
import type { ShownNote } from "../notes/actions/shown-note.ts";
import type { Context } from "../context.ts";

export const BookingNote: Resolvers<Context>["BookingNote"] = {
  author: ({ authorId }: ShownNote) => ({ id: authorId }),
  text: ({ id }: ShownNote, _, { loaders }) => loaders.noteText.load(id),
};
