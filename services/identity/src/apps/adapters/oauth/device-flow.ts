import type { Configuration } from "oidc-provider";
import { deviceWords } from "./device-words.ts";
import { escaped, page } from "../../../log-in/adapters/page.ts";
import { languageOf } from "../../../log-in/adapters/show.ts";

type Flow = NonNullable<NonNullable<Configuration["features"]>["deviceFlow"]>;
type Ctx = Parameters<NonNullable<Flow["successSource"]>>[0];

/**
 * The pages where a person types the code that a device shows. They are asked for consent like everybody.
 * The forms are our own: those of the library have no labels, and a script.
 */
export function deviceFlow(): Flow {
  return {
    enabled: true,
    charset: "base-20",
    mask: "****-****",
    userCodeInputSource: (...[ctx, , , error]) => {
      const words = wordsFor(ctx);
      // The person said no, which is no mistake.
      if (error?.name === "AbortedError") return showPage(ctx, `<h1>${words.stopped}</h1>`);
      showPage(
        ctx,
        `<h1>${words.connect}</h1>
${error ? `<p role="alert">${words.invalid}</p>` : ""}
<form method="post" action="/oauth/device">
${secretOf(ctx)}
<p><label for="user_code">${words.code}</label>
<input id="user_code" name="user_code" value="${escaped(ctx.state["userCode"])}" autocomplete="off" autocapitalize="characters" spellcheck="false" required></p>
<p><button>${words.go}</button></p>
</form>`,
      );
    },
    userCodeConfirmSource: (...[ctx, , client, , userCode]) => {
      const words = wordsFor(ctx);
      showPage(
        ctx,
        `<h1>${escaped(client.clientName)}</h1>
<p>${words.shows}</p>
<p><strong>${escaped(userCode)}</strong></p>
<p>${words.onlyYours}</p>
<form method="post" action="/oauth/device">
${secretOf(ctx)}
<input type="hidden" name="user_code" value="${escaped(userCode)}">
<input type="hidden" name="confirm" value="yes">
<p><button>${words.yes}</button> <button name="abort" value="yes">${words.no}</button></p>
</form>`,
      );
    },
    successSource: (ctx) => {
      const words = wordsFor(ctx);
      showPage(ctx, `<h1>${words.done}</h1><p>${words.goOn}</p>`);
    },
  };
}

function wordsFor(ctx: Ctx) {
  return deviceWords[languageOf(ctx)];
}

function showPage(ctx: Ctx, main: string): void {
  ctx.type = "html";
  ctx.body = page(languageOf(ctx), main);
}

// What ties a form to the browser that it was shown in.
function secretOf(ctx: Ctx): string {
  const { secret } = (ctx.oidc.session as { state?: { secret?: string } }).state ?? {};
  return `<input type="hidden" name="xsrf" value="${escaped(secret)}">`;
}
