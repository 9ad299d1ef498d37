import { input, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { limitMails } from "../../accounts/actions/steps/limit-mails.ts";
import { mailLink } from "./steps/mail-link.ts";

const schema = z.strictObject({ email: input.email });

/** Mails a link by which a forgotten password is replaced. The caller learns nothing about the address. */
export async function requestRecovery(context: Context, given: unknown): Promise<void> {
  const { email } = validate(schema, given);
  await limitMails(context);
  await context.steadily(() => mailLink(context, { email, kind: "RECOVERY" }));
}
