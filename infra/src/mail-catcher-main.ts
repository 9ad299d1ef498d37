import { MailDev } from "maildev";

// Catches every mail of a local run and shows it in a browser. Nothing leaves the machine.
// The mails are kept for the next start, readable for this user only.
process.umask(0o077);
const [smtp, web, mailDirectory] = process.argv.slice(2);
const mailbox = new MailDev({
  smtp: Number(smtp),
  ip: "127.0.0.1",
  web: Number(web),
  webIp: "127.0.0.1",
  mailDirectory,
  // It would print the recipient and the subject line of each mail.
  silent: true,
  maxEmails: 1000,
});
const { api } = await mailbox.start();
// A browser gets the page; curl, which does not ask for HTML, gets the mails as JSON instead of "Not found".
api?.server.server.prependListener("request", (request) => {
  const wantsPage = request.headers.accept?.includes("text/html") ?? false;
  if (request.url === "/" && !wantsPage) request.url = "/api/email?sort=desc";
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void mailbox.stop().then(() => process.exit(0)));
}
