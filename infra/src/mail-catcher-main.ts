import { MailDev } from "maildev";

// Catches every mail of a local run and shows it in a browser. Nothing leaves the machine.
// The mails are kept for the next start, and are nobody else's to read.
process.umask(0o077);
const [smtp, web, mailDirectory] = process.argv.slice(2);
const mailbox = new MailDev({
  smtp: Number(smtp),
  ip: "127.0.0.1",
  web: Number(web),
  webIp: "127.0.0.1",
  mailDirectory,
  // It would print whom each mail is to and what about.
  silent: true,
  maxEmails: 1000,
});
await mailbox.start();

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void mailbox.stop().then(() => process.exit(0)));
}
