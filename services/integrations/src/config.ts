import { readEnv, readShellConfig, type Env, type ShellConfig } from "@tidbok/service";

export type Config = ShellConfig & {
  readonly smtpUrl: string;
  readonly mailFrom: string;
  readonly leaseSeconds: number;
};

export const readConfig = (env: Env): Config =>
  readEnv(env, (from) => ({
    ...readShellConfig(from, 4004),
    smtpUrl: from.url("SMTP_URL"),
    mailFrom: from.text("MAIL_FROM"),
    leaseSeconds: from.integer("DELIVERY_LEASE_SECONDS", 40),
  }));
