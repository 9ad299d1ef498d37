import { randomUUID } from "node:crypto";
import { DomainError } from "@tidbok/domain";
import type { AskService } from "../authenticate/create-service-question.ts";

/** The other services whose accounts log in here. */
export type LogInProviders = () => Promise<
  readonly { readonly id: string; readonly name: string }[]
>;

const minute = 60_000;

/** Asks identity, once a minute at most. While identity is away the page offers none: nobody could log in there now. */
export function askLogInProviders(ask: AskService): LogInProviders {
  let known: { at: number; list: Awaited<ReturnType<LogInProviders>> } | null = null;
  return async () => {
    if (known && Date.now() - known.at < minute) return known.list;
    try {
      const question = { query: "{ logInProviders { id name } }", variables: {} };
      const list = (await ask(question, randomUUID())) as Awaited<ReturnType<LogInProviders>>;
      known = { at: Date.now(), list };
      return list;
    } catch (error) {
      if (error instanceof DomainError) return [];
      throw error;
    }
  };
}
