import type { PersonalData } from "@tidbok/service";

/**
 * Billing holds nothing about a person: an organization's id, a plan and a moment. Payment details
 * come with paid plans and not before ([docs/promises.md, P10](../../../docs/promises.md#p10)).
 */
export const personalData: PersonalData<unknown> = {
  columns: [],
  exportSubject: async () => ({}),
  eraseSubject: async () => 0,
  residue: async () => 0,
};
