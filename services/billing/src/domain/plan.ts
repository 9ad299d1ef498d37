/** What a plan allows; a limit that is null does not limit. */
export type Entitlements = { readonly activeMeetingTypes: number | null };

/** The plans on offer. */
export const plans = { FREE: { activeMeetingTypes: 3 } } as const satisfies Readonly<
  Record<string, Entitlements>
>;

/** The name of a plan on offer. */
export type Plan = keyof typeof plans;
