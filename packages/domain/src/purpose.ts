/** The closed list of what personal data may be used for; promise 14. Nothing outside it composes. */
export const purposes = [
  "provide.schedule",
  "provide.notify",
  "provide.administer",
  "provide.bill",
  "provide.integrate",
  "research",
  "support",
  "security",
  "legal",
  "rights",
] as const;

/** One of the closed list of purposes. */
export type Purpose = (typeof purposes)[number];
