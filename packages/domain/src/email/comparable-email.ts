import { readEmail } from "./read-email.ts";

/**
 * The form of an e-mail address by which people are told apart: two texts of one form lead to one person, for the case
 * of letters makes no difference and a domain may be written in its own letters or as A-labels (RFC 5890). A text that
 * is no address keeps its words. It is for comparing; the address that is stored keeps the case of its local part.
 */
export function comparableEmail(text: string): string {
  const plain = text.normalize("NFKC");
  const read = readEmail(plain);
  return ("email" in read ? read.email : plain.trim()).toLowerCase();
}
