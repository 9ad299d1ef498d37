import type { Tree } from "./tree.ts";

/** One thing to put right: where, and what is wrong with what to do. */
export type Problem = { readonly path: string; readonly message: string };

/** Looks at a repository and says what is wrong. Reads only. */
export type Check = (tree: Tree) => readonly Problem[];
