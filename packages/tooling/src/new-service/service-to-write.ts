/** The name of the new service, the service to copy the shell from, and the time of the first migration. */
export type ServiceToWrite = { readonly name: string; readonly model: string; readonly now: Date };
