import { input, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { ProvidedPerson } from "../domain/provider-link.ts";
import { limitMails } from "../../accounts/actions/steps/limit-mails.ts";
import { recordSignUp } from "../../accounts/actions/steps/record-sign-up.ts";
import { requireAttestation } from "../../accounts/actions/steps/require-attestation.ts";

const schema = z.strictObject({
  name: input.line(120),
  email: input.email,
  timeZone: input.timeZone,
  locale: input.locale,
  isSixteenOrOlder: z.boolean(),
  acceptedPolicyVersion: z.string().max(40, "must have 40 characters at most"),
});

/**
 * Requests an account without a password, whose person logs in at a provider. Like signUp, it proves the address by a
 * mail of our own, regardless of what the provider says about the address.
 */
export async function signUpByProvider(
  context: Context,
  { person, form }: { readonly person: ProvidedPerson; readonly form: object },
): Promise<void> {
  const valid = validate(schema, { ...form, email: person.email ?? "" });
  const policyVersion = await requireAttestation(context, valid);
  await limitMails(context);
  await context.steadily(() => request(context, { ...valid, policyVersion, person }));
}

type SignUpRequest = z.output<typeof schema> & {
  readonly policyVersion: string;
  readonly person: ProvidedPerson;
};

async function request(context: Context, signUp: SignUpRequest): Promise<void> {
  const { store, limits } = context;
  const { name, email, timeZone, locale, policyVersion, person } = signUp;
  if (!(await limits.isWithin("mail", store.fingerprintOf(email)))) return;
  const subjectIndex = store.providerLinks.fingerprintOf(person);
  const elsewhere = { provider: person.provider, subjectIndex };
  const form = { name, timeZone, locale, passwordHash: null, elsewhere };
  await inTransaction(context, (context) => recordSignUp(context, { email, policyVersion, form }));
}
