import type { Configuration } from "oidc-provider";
import { escaped, page } from "./page.ts";

type Flow = NonNullable<NonNullable<Configuration["features"]>["deviceFlow"]>;

/** The pages where a person types the code that a device shows. They are asked for consent like everybody. */
export function deviceFlow(): Flow {
  return {
    enabled: true,
    charset: "base-20",
    mask: "****-****",
    userCodeInputSource: (...[ctx, form, , error]) => {
      ctx.body = page(
        "en",
        `<h1>Connect a device · Anslut en enhet</h1>
${error ? `<p role="alert">The code is not valid. Koden gäller inte.</p>` : ""}
${labelled(form)}
<p><button type="submit" form="op.deviceInputForm">Continue · Fortsätt</button></p>`,
      );
    },
    userCodeConfirmSource: (...[ctx, form, client, , userCode]) => {
      ctx.body = page(
        "en",
        `<h1>${escaped(client.clientName)}</h1>
<p>Does your device show this code? Visar din enhet denna kod?</p>
<p><strong>${escaped(userCode)}</strong></p>
${form}
<p><button type="submit" form="op.deviceConfirmForm">Yes · Ja</button>
<button type="submit" form="op.deviceConfirmForm" name="abort" value="yes">No · Nej</button></p>`,
      );
    },
    successSource: (ctx) => {
      ctx.body = page(
        "en",
        `<h1>Done · Klart</h1><p>Go on at your device. Fortsätt på din enhet.</p>`,
      );
    },
  };
}

// The library's field has no label, and a script that no page of ours would run.
function labelled(form: string): string {
  return form
    .replace('name="user_code"', 'name="user_code" aria-label="Code · Kod"')
    .replace(/ onfocus="[^"]*"/, "");
}
