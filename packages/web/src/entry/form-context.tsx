import { createContext, useContext } from "react";
import type { Problem } from "./problems-of.ts";

/** What a form tells the fields in it. */
export const FormProblems = createContext<readonly Problem[]>([]);

/** What is wrong with the field of this name, in words; undefined for nothing. */
export function useProblemOf(name: string): string | undefined {
  return useContext(FormProblems).find(({ field }) => field === name)?.text;
}
