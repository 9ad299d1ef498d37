import { waitUntil } from "../wait-until.ts";

type Mail = { readonly to?: readonly { readonly address: string }[]; readonly text?: string };

/** The secret behind the # of the newest link to `path` that was mailed to the address; waits for the mail. */
export async function mailedToken(
  mailbox: string,
  { to, path }: { readonly to: string; readonly path: string },
): Promise<string> {
  const link = new RegExp(`/${path}#([\\w.~-]+)`);
  const token = await waitUntil(
    async () => {
      const response = await fetch(`${mailbox}/api/email?sort=desc`);
      const mails = ((await response.json()) as Mail[]).filter((mail) =>
        mail.to?.some(({ address }) => address === to),
      );
      return mails.map(({ text }) => link.exec(text ?? "")?.[1]).find(Boolean);
    },
    { withinMs: 30_000, everyMs: 200 },
  );
  if (!token) throw new Error(`No mail with a ${path} link came to ${to} within 30 s.`);
  return token;
}
