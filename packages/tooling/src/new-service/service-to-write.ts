/** The new service, the service whose shell it copies, and the time of its first migration. */
export type ServiceToWrite = { readonly name: string; readonly model: string; readonly now: Date };
