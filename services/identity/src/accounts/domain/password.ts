import { z } from "zod";

// NIST SP 800-63B: length counts, composition rules do not. Twelve characters leave only few of the
// passwords that everybody has, and those are keyboard runs, repetitions and one word twice.
const wellKnown =
  /^(?:password|passw0rd|losenord|qwerty|asdfgh|azerty|welcome|valkommen|letmein|iloveyou|admin|tidbok|abc|[0-9]|[!?.@#$*_-])+$/;
const fewestCharacters = 5;

/** A password as it is hashed: 12 to 200 characters, in one Unicode form whatever keyboard it came from. */
export const password = z
  .string()
  .transform((text) => text.normalize("NFKC"))
  .pipe(
    z
      .string()
      .min(12, "must have 12 characters at least")
      .max(200, "must have 200 characters at most"),
  );

/** A password that is being checked, not chosen: any that could ever have been set. */
export const passwordAttempt = z
  .string()
  .max(400, "must have 400 characters at most")
  .transform((text) => text.normalize("NFKC"));

/** Whether others would guess it first: well-known, hardly varied, or the person's own name or address. */
export function isGuessable(
  text: string,
  { email, name }: { readonly email: string; readonly name: string },
): boolean {
  const plain = squash(text);
  const own = [email, name, email.split("@")[0] ?? ""].map(squash);
  return (
    new Set(plain).size < fewestCharacters ||
    wellKnown.test(text.toLowerCase()) ||
    own.some((each) => each.length >= 4 && plain.replaceAll(each, "").length <= 4)
  );
}

function squash(text: string): string {
  return text.toLowerCase().replace(/[\s._@-]/g, "");
}

/** The mistake that a guessable password is, at this place of the input. */
export const guessable = (path: string) => ({
  path,
  code: "PASSWORD_GUESSABLE",
  message: "must not be a password that others would guess first",
});
