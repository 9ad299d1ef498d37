import { logInWords } from "./log-in-words.ts";
import { escaped, page, type Language } from "./page.ts";

/** The page on which a person shows a code, after the password. The token stands for the password, for minutes. */
export function codePage({
  uid,
  language,
  token,
  isWrong,
}: {
  uid: string;
  language: Language;
  token: string;
  isWrong: boolean;
}): string {
  const words = logInWords[language];
  return page(
    language,
    `<h1>${words.logIn}</h1>
${isWrong ? `<p role="alert">${words.codeWrong}</p>` : ""}
<form method="post" action="/oauth/consent/${escaped(uid)}/log-in">
<input type="hidden" name="token" value="${escaped(token)}">
<p><label for="code">${words.code}</label> <input id="code" name="code" autocomplete="one-time-code" required></p>
<p><button>${words.enter}</button></p>
</form>`,
  );
}
