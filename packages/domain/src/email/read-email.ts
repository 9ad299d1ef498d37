import { domainToASCII } from "node:url";

/** An address in the one form in which it is stored, or the words that tell what to change. */
export type ReadEmail = { readonly email: string } | { readonly problem: string };

const marksAround = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const dotAtom = new RegExp(`^${atom}(?:\\.${atom})*$`);
// What else a URL's host may hold, such as %41, stands for other letters; a mail server does not read it so.
const typedDomain = /^(?:[\p{L}\p{M}\p{N}.。．｡-]|\u200C|\u200D)+$/u;
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9-]{2,63}$/;

/**
 * Reads an e-mail address: the local part is a dot-atom of RFC 5322 and keeps its case, the domain is written in small
 * letters and as A-labels (RFC 5891), so that `bücher.example` and `xn--bcher-kva.example` are one. Lengths are those
 * of RFC 5321. Spaces and invisible marks around the address, which come with a copy, are left out.
 */
export function readEmail(text: string): ReadEmail {
  const address = text.replace(marksAround, "");
  const at = address.lastIndexOf("@");
  const [local, typed] = [address.slice(0, Math.max(at, 0)), address.slice(at + 1)];
  if (at < 1 || typed === "") return { problem: "must be an e-mail address" };
  if (local.startsWith('"')) {
    return { problem: "must have no quotes before the @: few mail servers take them" };
  }
  if (/\P{ASCII}/u.test(local)) {
    return { problem: "must have only letters a to z, digits and signs before the @" };
  }
  const ascii = typedDomain.test(typed) ? domainToASCII(typed) : "";
  if (!dotAtom.test(local) || !domain.test(ascii)) return { problem: "must be an e-mail address" };
  if (local.length > 64) return { problem: "must have 64 characters before the @ at most" };
  if (local.length + ascii.length + 1 > 254) return { problem: "must have 254 characters at most" };
  return { email: `${local}@${ascii}` };
}
