/** What is asked for: the new service, the one to copy the shell from, and the migration's time. */
export type Wish = { readonly name: string; readonly model: string; readonly now: Date };
