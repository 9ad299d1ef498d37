import type { PurposeName } from "@tidbok/domain";
import type { Category } from "@tidbok/minimization";
import type { errorCodeFacts } from "./domain/error-code-facts.ts";

// As the SDL spells the data map's words.
type Spelt<Word extends string> = Word extends `${infer First} ${infer Rest}`
  ? `${Uppercase<First>}_${Spelt<Rest>}`
  : Uppercase<Word>;

/** The domain's type of each enum of the SDL. */
export type Enums = {
  DataErasure: Spelt<Category["erasure"]>;
  DataPurpose: PurposeName;
  DataSensitivity: Spelt<Category["sensitivity"]>;
  DataSource: Spelt<Category["source"]>;
  DataSubject: Spelt<Category["subject"]>;
  ErrorCode: (typeof errorCodeFacts)[number]["code"];
  LegalBasis: Spelt<Category["legalBasis"]>;
};
