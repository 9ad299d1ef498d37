import { purposeName, type Purpose, type PurposeName } from "@tidbok/domain";

/** One kind of personal data that the graph holds, as packages/minimization lists it. */
export type Collected = {
  readonly category: string;
  readonly key: string;
  readonly description: string;
  readonly subject: string;
  readonly source: string;
  readonly sensitivity: string;
  readonly coordinates: readonly string[];
  readonly purposes: readonly Purpose[];
  readonly legalBasis: string;
  readonly retention: string;
  readonly erasure: string;
};

/** The same, as the schema's enums spell it. */
export type CollectedData = Omit<Collected, "retention" | "purposes"> & {
  readonly purposes: readonly PurposeName[];
  readonly retention: { readonly class: string; readonly description: string };
};

const retentionClasses: Readonly<Record<string, string>> = {
  account: "As long as the account exists.",
  booking: "As long as the organization that was booked with keeps the booking.",
  session: "Until the session, link or code ends.",
  ip: "For 30 days, and only the first part of the address; the whole is never stored.",
  legal: "As long as a law wants it to be shown; without the person's id once they are erased.",
};

/** The list as everybody reads it. Throws for a retention class that has no words yet. */
export function describeCollected(collected: readonly Collected[]): readonly CollectedData[] {
  return collected.map((each) => {
    const description = retentionClasses[each.retention];
    if (description === undefined) {
      throw new Error(`The retention class ${each.retention} has no description.`);
    }
    return {
      ...each,
      subject: spell(each.subject),
      source: spell(each.source),
      sensitivity: spell(each.sensitivity),
      purposes: each.purposes.map(purposeName),
      legalBasis: spell(each.legalBasis),
      erasure: spell(each.erasure),
      retention: { class: each.retention, description },
    };
  });
}

function spell(name: string): string {
  return name.toUpperCase().replace(/[ .]/g, "_");
}
