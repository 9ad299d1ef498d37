/** The subjects in their order: each may use those before it. */
export const subjects = ["deliveries", "mails"] as const;
