import { once } from "node:events";
import { freePort } from "@tidbok/testing";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A mail that arrived, and its recipient on the envelope. */
export type Arrived = { readonly mail: ParsedMail; readonly recipients: readonly string[] };

/** A real SMTP server that keeps what it takes and refuses when told. */
export type MailServer = {
  readonly url: string;
  readonly arrived: Arrived[];
  /** The next mails are answered with this, at the end of their content or at their recipient. */
  refuse(refusal: { times: number; code: number; at: "RCPT" | "DATA" }): void;
  /** How many mails were offered, taken or not. */
  offers(): number;
  /** While open, content is taken in but not answered. */
  hold(): { release(): void };
  /** From now on the server takes in mails to this address and never answers them. */
  fallSilentAfter(address: string): void;
  start(): Promise<void>;
  stop(): Promise<void>;
};

export async function startMailServer(): Promise<MailServer> {
  const port = await freePort();
  const arrived: Arrived[] = [];
  const refusals: { code: number; at: "RCPT" | "DATA" }[] = [];
  let offers = 0;
  const silentAbout = new Set<string>();
  let held: Promise<void> = Promise.resolve();
  let server: SMTPServer | null = null;

  const refusalAt = (at: "RCPT" | "DATA") => {
    if (refusals[0]?.at !== at) return null;
    const { code } = refusals.shift()!;
    // A server's own words, which often repeat the address: they must not get into anything of ours.
    return Object.assign(new Error("anna@example.com is not welcome"), { responseCode: code });
  };

  const start = async () => {
    server = new SMTPServer({
      disabledCommands: ["AUTH", "STARTTLS"],
      logger: false,
      // A stop does not wait for clients that keep their connection.
      closeTimeout: 100,
      onRcptTo: (_, __, callback) => {
        offers += 1;
        callback(refusalAt("RCPT"));
      },
      onData: (stream, session, callback) => {
        const take = async () => {
          const mail = await simpleParser(stream);
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          if (recipients.some((each) => silentAbout.has(each))) await new Promise(() => {});
          await held;
          const refusal = refusalAt("DATA");
          if (refusal) throw refusal;
          arrived.push({ mail, recipients });
        };
        take().then(() => callback(), callback);
      },
    });
    server.on("error", () => undefined);
    server.listen(port, "127.0.0.1");
    await once(server.server, "listening");
  };

  await start();
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    refuse: ({ times, ...refusal }) => {
      for (let i = 0; i < times; i++) refusals.push(refusal);
    },
    offers: () => offers,
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return { release: resolve };
    },
    fallSilentAfter: (address) => silentAbout.add(address),
    start,
    stop: () => new Promise((resolve) => (server ? server.close(() => resolve()) : resolve())),
  };
}
