import { simpleParser, type ParsedMail } from "mailparser";
import { eventually } from "@tidbok/testing";
import { runningPlatform } from "./running-platform.ts";

type Caught = { readonly id: string; readonly to: readonly { readonly address: string }[] };

/** The mails that came to an address so far, oldest first, parsed from their source. */
export async function mailsTo(address: string): Promise<ParsedMail[]> {
  const { mailbox } = runningPlatform();
  const caught = (await (await fetch(`${mailbox}/api/email?sort=asc`)).json()) as Caught[];
  const theirs = caught.filter(({ to }) => to.some((each) => each.address === address));
  return Promise.all(
    theirs.map(async ({ id }) =>
      simpleParser(await (await fetch(`${mailbox}/api/email/${id}/source`)).text()),
    ),
  );
}

/**
 * The newest mail to an address with a fitting subject line; waits for it. An event that was on its way when its consumer
 * was cut off comes again after the 30 seconds in which it was to be acknowledged, so the wait is longer.
 */
export function mailTo(address: string, subject: RegExp): Promise<ParsedMail> {
  return eventually(
    async () => {
      const mails = await mailsTo(address);
      return mails.findLast((mail) => subject.test(mail.subject ?? ""));
    },
    { withinMs: 50_000 },
  );
}

/** The secret behind the # of the link to a page in a mail's text. */
export function linkIn(mail: ParsedMail, page: string): string {
  const token = new RegExp(`/${page}#([\\w.~-]+)`).exec(mail.text ?? "")?.[1];
  if (!token) throw new Error(`no link to /${page} in the mail`);
  return token;
}
