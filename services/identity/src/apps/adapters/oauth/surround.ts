import type { Configuration, default as Provider } from "oidc-provider";
import { deviceWords } from "./device-words.ts";
import { escaped, page } from "../../../log-in/adapters/page.ts";
import type { OauthParts } from "./oauth-parts.ts";
import { languageOf, pageHeaders } from "../../../log-in/adapters/show.ts";

type Around = Parameters<Provider["use"]>[0];
type ShowError = NonNullable<Configuration["renderError"]>;

// How often a device asks that nobody told otherwise (RFC 8628, 3.2).
const pollSeconds = 5;

/** The library's pages, with the headers of all others, and without the one that would need a script. */
export const guardPages: Around = async (ctx, next) => {
  const { user_code: userCode, ...query } = ctx.query;
  if (ctx.method === "GET" && ctx.path === "/oauth/device" && userCode !== undefined) {
    // The library would send the form by script; ours is filled in, for the person to send.
    ctx.query = query;
    ctx.state["userCode"] = String(userCode).slice(0, 20);
  }
  await next().catch((error: unknown) => {
    // The library cannot keep what it has to say to a browser whose page is over: it begins anew.
    const isOver = ctx.method === "POST" && ctx.path === "/oauth/device" && !ctx.oidc.session?.exp;
    if (!isOver) throw error;
    ctx.status = 303;
    ctx.redirect("/oauth/device");
  });
  if (ctx.response.is("html")) ctx.set(pageHeaders());
};

/** Tells a device that asks too often to ask less often (`slow_down`, RFC 8628, 3.5). */
export const paceDevices =
  ({ isInPace }: Pick<OauthParts, "isInPace">): Around =>
  async (ctx, next) => {
    await next();
    const body = ctx.body as { error?: string; device_code?: string } | undefined;
    if (ctx.path === "/oauth/device-authorization" && body?.device_code) {
      ctx.body = { ...body, interval: pollSeconds };
    }
    if (ctx.path !== "/oauth/token" || body?.error !== "authorization_pending") return;
    if (await isInPace(String(ctx.oidc.params?.["device_code"]))) return;
    ctx.body = { error: "slow_down", error_description: "ask less often" };
  };

/** Discovery names the one way in which apps are answered: the library would name all that it knows. */
export const tellOneMode: Around = async (ctx, next) => {
  await next();
  const body = ctx.body as { response_modes_supported?: unknown } | undefined;
  if (body?.response_modes_supported) ctx.body = { ...body, response_modes_supported: ["query"] };
};

/** What is wrong, to whoever is at the browser. */
export const showError: ShowError = (ctx, { error, error_description: description }) => {
  const language = languageOf(ctx);
  ctx.type = "html";
  ctx.body = page(
    language,
    `<h1>${deviceWords[language].failed}</h1><p lang="en">${escaped(error)}: ${escaped(description)}</p>`,
  );
};
