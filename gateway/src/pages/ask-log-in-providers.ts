import { randomUUID } from "node:crypto";
import { DomainError, minute } from "@tidbok/domain";
import { z } from "zod";
import type { AskService } from "../ask/create-ask-service.ts";

const operation = "identity.LogInProviders";
const answer = z.array(z.object({ id: z.string(), name: z.string() }));

/** The other services with accounts that may log in here. */
export type LogInProviders = () => Promise<z.output<typeof answer>>;

/** Asks identity, once a minute at most. While identity is away the list is empty, since no log-in could succeed. */
export function askLogInProviders(ask: AskService): LogInProviders {
  let known: { at: number; list: Awaited<ReturnType<LogInProviders>> } | null = null;
  return async () => {
    if (known && Date.now() - known.at < minute) return known.list;
    try {
      const list = (await ask({ operation, answer }, randomUUID())) ?? [];
      known = { at: Date.now(), list };
      return list;
    } catch (error) {
      if (error instanceof DomainError) return [];
      throw error;
    }
  };
}
