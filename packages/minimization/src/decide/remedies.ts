/** What a caller could do so that a value is shown next time, and what that needs. */
export type Remedy =
  | { readonly code: "GRANT_SCOPES"; readonly parameters: { readonly scopes: readonly string[] } }
  | {
      readonly code: "CHANGE_ORGANIZATION_SETTING";
      readonly parameters: { readonly setting: "showAttendeesToAdmins" };
    };

/** The code of a remedy. */
export type RemedyCode = Remedy["code"];

/** What the codes of remedies tell a client. docs/withheld.md shows them. */
export const remedyCodes: Readonly<Record<RemedyCode, string>> = {
  CHANGE_ORGANIZATION_SETTING:
    "An owner of the organization turns on `setting`: the mutation of that name does it.",
  GRANT_SCOPES: "The app asks its user for all of `scopes`, and the user grants them.",
};

/** The remedy of an app that lacks scopes. */
export function grantScopes(...scopes: readonly string[]): Remedy {
  return { code: "GRANT_SCOPES", parameters: { scopes } };
}

/** The remedy of an admin of an organization that shows its attendees to hosts only. */
export const showAttendeesToAdmins: Remedy = {
  code: "CHANGE_ORGANIZATION_SETTING",
  parameters: { setting: "showAttendeesToAdmins" },
};

/** What an answer says of a remedy: words, and the same as a code with parameters. All are null without a remedy. */
export type RemedyWords = {
  readonly remedy: string | null;
  readonly remedyCode: RemedyCode | null;
  readonly remedyParameters: Remedy["parameters"] | null;
};

/** The remedy as an answer says it. */
export function wordsOfRemedy(remedy: Remedy | null): RemedyWords {
  if (remedy === null) return { remedy: null, remedyCode: null, remedyParameters: null };
  const { code, parameters } = remedy;
  return { remedy: sentenceOf(remedy), remedyCode: code, remedyParameters: parameters };
}

function sentenceOf({ code, parameters }: Remedy): string {
  if (code === "CHANGE_ORGANIZATION_SETTING") return `organization setting ${parameters.setting}`;
  const { scopes } = parameters;
  return `${scopes.length === 1 ? "scope" : "scopes"} ${scopes.join(", ")}`;
}
