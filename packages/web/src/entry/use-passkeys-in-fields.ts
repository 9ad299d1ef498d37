import { useEffect, useRef } from "react";
import { ask } from "./ask.ts";
import { BeginPasskeyLogInDocument, LogInByPasskeyDocument } from "../generated/graphql.ts";
import { offersPasskeysInFields, signWithPasskey } from "./passkey.ts";

/**
 * Lets the browser offer passkeys in the field of the address (conditional mediation), and logs in by the one that is taken.
 * The result ends the waiting, which must be over before another passkey is asked for. Nothing is asked for while `isOn` is
 * false: a person that is logged in must not be logged in anew.
 */
export function usePasskeysInFields(
  then: () => void,
  { isOn }: { readonly isOn: boolean },
): { readonly end: () => void } {
  const waiting = useRef<AbortController | null>(null);
  useEffect(() => {
    if (!isOn) return;
    const controller = new AbortController();
    waiting.current = controller;
    // A visitor may have no passkey, say no, or leave: none of it is an error of the page.
    void wait(controller.signal, then).catch(() => {});
    return () => controller.abort();
  }, [isOn]);
  return { end: () => waiting.current?.abort() };
}

async function wait(signal: AbortSignal, then: () => void): Promise<void> {
  if (!(await offersPasskeysInFields()) || signal.aborted) return;
  const { data } = await ask(BeginPasskeyLogInDocument);
  if (signal.aborted) return;
  const asked = data.beginPasskeyLogIn;
  // The challenge is valid for so long; a person that stays on the page longer gets a new one.
  const renewal = setTimeout(() => outdated.abort(), asked.timeoutMilliseconds * 0.9);
  const outdated = new AbortController();
  try {
    const both = AbortSignal.any([signal, outdated.signal]);
    const signed = await signWithPasskey(asked, { signal: both, isConditional: true });
    await ask(LogInByPasskeyDocument, { input: { ...signed, delivery: "COOKIE" } });
  } catch (error) {
    if (outdated.signal.aborted && !signal.aborted && !document.hidden) return wait(signal, then);
    throw error;
  } finally {
    clearTimeout(renewal);
  }
  then();
}
