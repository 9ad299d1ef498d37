const list = /export const subjects\s*=\s*\[([\s\S]*?)\]\s*as const/;

/** The subjects that the text of a `src/subjects.ts` lists, in their order. */
export function listedSubjects(text: string): readonly string[] {
  const entries = list.exec(text)?.[1] ?? "";
  return [...entries.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
}
