const words =
  /^(names?|e?mails?|phones?|answers?|address(es)?|ips?|notes?|reasons?|texts?|titles?|comments?|messages?|agents?|devices?)$/;

/** Whether a column's name is one that usually holds something about a person. */
export function looksPersonal(column: string): boolean {
  return column.split(/(?=[A-Z])|_/).some((word) => words.test(word.toLowerCase()));
}
