import { createTransport } from "nodemailer";
import type { Instant } from "@tidbok/domain";
import type { Outcome } from "../../deliveries/domain/after-attempt.ts";
import type { Mail } from "../domain/mail.ts";
import { readRefusal } from "./read-refusal.ts";
import { writeInvitation } from "./write-invitation.ts";

/** Gives mails to the mail server. */
export type Mailer = {
  /** Says how it ended; never rejects for what a mail server does. The id makes a repetition recognisable. */
  readonly send: (
    mail: Mail,
    letter: { readonly id: string; readonly now: Instant },
  ) => Promise<Outcome>;
  /** Closes the connections that are idle. */
  readonly close: () => void;
};

// Until a connection stands. What comes after has more time: a server that is cut off while it thinks about
// a mail may have taken it, and then the next attempt is a second copy (RFC 5321, 4.5.3.2.6).
const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 10_000 };

// Servers end idle connections themselves; ours end first, so that no mail meets one that is being closed.
const idleMilliseconds = 5_000;

/**
 * A mailer for an SMTP server (`smtp:` or `smtps:`), with a pool of connections. A connection has one mail at a time,
 * and is closed when that mail takes too long: a server that falls silent about one mail delays no other.
 */
export function createMailer({
  smtpUrl,
  from,
  connections,
  longestMilliseconds,
}: {
  smtpUrl: string;
  from: string;
  /** How many connections stand at most; as many as mails are under way. */
  connections: number;
  /** The time limit of an attempt; shorter than a lease, so that no other worker sends the mail meanwhile. */
  longestMilliseconds: number;
}): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: connections,
    idleTimeout: idleMilliseconds,
    ...limits,
    socketTimeout: longestMilliseconds,
  });
  const sender = senderOf(from);
  const domain = sender.address.split("@").at(-1) ?? "localhost";
  return {
    send: async ({ to, replyTo, subject, text, html, logo, invitation }, { id, now }) => {
      try {
        const calendar =
          invitation && writeInvitation(invitation, { organizerAddress: sender.address, now });
        await transport.sendMail({
          signal: AbortSignal.timeout(longestMilliseconds),
          // Whatever stands in a text must not make the transport read a file or a page.
          disableFileAccess: true,
          disableUrlAccess: true,
          from: sender,
          to: { name: asWritten(to.name ?? ""), address: to.address },
          ...(replyTo && {
            replyTo: { name: asWritten(replyTo.name ?? ""), address: replyTo.address },
          }),
          subject: asWritten(subject),
          text,
          html,
          messageId: `<${id}@${domain}>`,
          date: new Date(now),
          // No out-of-office notes for what no person wrote (RFC 3834).
          headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
          attachments: logo === null ? [] : [logoOf(logo)],
          ...(calendar && {
            icalEvent: {
              method: invitation?.method ?? "REQUEST",
              filename: "meeting.ics",
              content: calendar,
            },
          }),
        });
        return { kind: "SENT" };
      } catch (error) {
        return readRefusal(error);
      }
    },
    close: () => transport.close(),
  };
}

function logoOf(png: string) {
  return {
    filename: "logo.png",
    content: Buffer.from(png, "base64"),
    contentType: "image/png",
    contentDisposition: "inline" as const,
    cid: "logo",
  };
}

// A header is ASCII, and "=?utf-8?…?=" in it is read as what it encodes (RFC 2047): a person's name must
// be read as it was written, and as nothing that no check has seen.
function asWritten(text: string): string {
  return text.replaceAll("=?", "= ?");
}

function senderOf(from: string): { name: string; address: string } {
  const [, name = "", address = from] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(from) ?? [];
  return { name: name.replace(/^"|"$/g, ""), address: address.trim() };
}
