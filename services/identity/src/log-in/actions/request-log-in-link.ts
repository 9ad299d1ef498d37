import { input, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { limitMails } from "../../accounts/actions/steps/limit-mails.ts";
import { mailLink } from "./steps/mail-link.ts";

const schema = z.strictObject({ email: input.email });

/** Mails a link that logs in once. The caller learns nothing about the address. */
export async function requestLogInLink(context: Context, given: unknown): Promise<void> {
  const { email } = validate(schema, given);
  await limitMails(context);
  await context.steadily(() => mailLink(context, { email, kind: "LOG_IN" }));
}
