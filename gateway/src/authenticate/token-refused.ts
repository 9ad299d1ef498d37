import { Unauthenticated } from "@tidbok/domain";

/** What is wrong with a token or its proof, in the words of RFC 6750 and RFC 9449. */
export type Refusal = "invalid_token" | "invalid_dpop_proof" | "use_dpop_nonce";

/** The token that came with a request opens nothing. */
export class TokenRefused extends Unauthenticated {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, message: string) {
    super(message);
    this.refusal = refusal;
  }
}
