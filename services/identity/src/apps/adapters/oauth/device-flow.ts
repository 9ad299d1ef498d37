import type { Configuration } from "oidc-provider";
import { languageOf } from "../../../log-in/adapters/show.ts";
import { confirmCodePage, decidedPage, enterCodePage } from "./device-pages.ts";

type Flow = NonNullable<NonNullable<Configuration["features"]>["deviceFlow"]>;
type Ctx = Parameters<NonNullable<Flow["successSource"]>>[0];

/**
 * The pages where a person types the code that a device shows. The consent page follows, as for every other app.
 * The forms are our own, because those of the library have no labels and need a script.
 */
export function deviceFlow(): Flow {
  return {
    enabled: true,
    charset: "base-20",
    mask: "****-****",
    // The library chooses the parameters.
    // eslint-disable-next-line tidbok/one-object
    userCodeInputSource: (ctx, _form, _out, error) => {
      const language = languageOf(ctx);
      // The person said no, which is no mistake.
      if (error?.name === "AbortedError") {
        return send(ctx, decidedPage(language, { isConnected: false }));
      }
      const userCode = String(ctx.state["userCode"] ?? "");
      const isInvalid = error !== undefined;
      send(ctx, enterCodePage({ language, secret: secretOf(ctx), userCode, isInvalid }));
    },
    // eslint-disable-next-line tidbok/one-object
    userCodeConfirmSource: (ctx, _form, client, _deviceInfo, userCode) => {
      const form = { language: languageOf(ctx), secret: secretOf(ctx), userCode };
      send(ctx, confirmCodePage({ ...form, appName: client.clientName }));
    },
    successSource: (ctx) => send(ctx, decidedPage(languageOf(ctx), { isConnected: true })),
  };
}

function send(ctx: Ctx, page: string): void {
  ctx.type = "html";
  ctx.body = page;
}

function secretOf(ctx: Ctx): string | undefined {
  return (ctx.oidc.session as { state?: { secret?: string } }).state?.secret;
}
