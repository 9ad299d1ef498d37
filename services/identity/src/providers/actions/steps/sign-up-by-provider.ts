import { input, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../../context.ts";
import type { ProvidedPerson } from "../../domain/provider-link.ts";
import { limitMails } from "../../../accounts/actions/steps/limit-mails.ts";
import { recordSignUp } from "../../../accounts/actions/steps/record-sign-up.ts";
import { requireAttestation } from "../../../accounts/actions/steps/require-attestation.ts";

const schema = z.strictObject({
  name: input.line(120),
  email: input.email,
  timeZone: input.timeZone,
  locale: input.locale,
  isSixteenOrOlder: z.boolean(),
  acceptedPolicyVersion: z.string().max(40, "must have 40 characters at most"),
});

/**
 * Asks for an account that one logs in to by another provider: as signUp, with what that provider says in the
 * place of a password. The address is proved by our own mail, whatever the provider says of it.
 */
export async function signUpByProvider(
  context: Context,
  { person, form }: { readonly person: ProvidedPerson; readonly form: object },
): Promise<void> {
  const valid = validate(schema, { ...form, email: person.email ?? "" });
  const policyVersion = await requireAttestation(context, valid);
  await limitMails(context);
  await context.steadily(() => ask(context, { ...valid, policyVersion, person }));
}

type Asked = z.output<typeof schema> & {
  readonly policyVersion: string;
  readonly person: ProvidedPerson;
};

async function ask(context: Context, asked: Asked): Promise<void> {
  const { store, limits } = context;
  const { name, email, timeZone, locale, policyVersion, person } = asked;
  if (!(await limits.isWithin("mail", store.fingerprintOf(email)))) return;
  const subjectIndex = store.providerLinks.fingerprintOf(person);
  const elsewhere = { provider: person.provider, subjectIndex };
  const form = { name, timeZone, locale, passwordHash: null, elsewhere };
  await store.transaction((inner) =>
    recordSignUp({ ...context, store: inner }, { email, policyVersion, form }),
  );
}
