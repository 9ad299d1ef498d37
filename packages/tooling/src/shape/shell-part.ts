const marked = /^(?:--|\/\/) shell: begin\n([\s\S]*?)^(?:--|\/\/) shell: end$/gm;

/** What stands between `shell: begin` and `shell: end`, in SQL or in a Prisma schema. */
export function shellPart(text: string): string {
  return [...text.matchAll(marked)].map(([, part = ""]) => part).join("\n");
}

/** The rest: what is the service's own. */
export function outsideShell(text: string): string {
  return text.replace(marked, "");
}
