import { DomainError } from "@tidbok/domain";
import { ConfigMistakes } from "./read-env.ts";

/**
 * Why a program does not start, in one line for the person that runs it. An error that we did not foresee keeps its
 * stack, on the lines after it.
 */
export function startFailure(name: string, error: unknown): string {
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const code = (error as { readonly code?: unknown }).code;
  const reason =
    typeof code === "string" && !message.includes(code) ? `${code}: ${message}` : message;
  const line = `✗ ${name} does not start: ${reason.replaceAll(/\s*\n\s*/g, " ")}${remedyOf(code)}`;
  const isForeseen =
    error instanceof DomainError || error instanceof ConfigMistakes || typeof code === "string";
  return isForeseen ? line : `${line}\n${stack}`;
}

function remedyOf(code: unknown): string {
  if (code === "EADDRINUSE") return ". Stop the program that uses the address, or set PORT.";
  if (code === "EACCES" || code === "EPERM") return ". Give this user the right to do so.";
  if (code === "ECONNREFUSED") return ". Is the database running, and is its URL right?";
  return "";
}
