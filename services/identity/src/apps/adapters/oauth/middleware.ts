import type { Configuration, default as Provider } from "oidc-provider";
import { failedPage } from "./device-pages.ts";
import type { OauthParts } from "./oauth-parts.ts";
import { languageOf, pageHeaders } from "../../../log-in/adapters/show.ts";

type Middleware = Parameters<Provider["use"]>[0];
type ShowError = NonNullable<Configuration["renderError"]>;

// The interval at which a device asks unless told otherwise (RFC 8628, 3.2).
const pollSeconds = 5;

/** Gives the library's pages the headers of our own, and replaces the one page that would need a script. */
export const guardPages: Middleware = async (ctx, next) => {
  const { user_code: userCode, ...query } = ctx.query;
  if (ctx.method === "GET" && ctx.path === "/oauth/device" && userCode !== undefined) {
    // The library would send the form by script; ours is filled in, for the person to send.
    ctx.query = query;
    ctx.state["userCode"] = String(userCode).slice(0, 20);
  }
  await next().catch((error: unknown) => {
    // The library cannot keep its message for a browser whose page has expired, so the browser begins anew.
    const isOver = ctx.method === "POST" && ctx.path === "/oauth/device" && !ctx.oidc.session?.exp;
    if (!isOver) throw error;
    ctx.status = 303;
    ctx.redirect("/oauth/device");
  });
  if (ctx.response.is("html")) ctx.set(pageHeaders());
};

/** Tells a device to ask less often when it asks too often (`slow_down`, RFC 8628, 3.5). */
export const paceDevices =
  ({ isInPace }: Pick<OauthParts, "isInPace">): Middleware =>
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

/** Names the one response mode that apps get in the discovery document; the library would name all that it knows. */
export const tellOneMode: Middleware = async (ctx, next) => {
  await next();
  const body = ctx.body as { response_modes_supported?: unknown } | undefined;
  if (body?.response_modes_supported) ctx.body = { ...body, response_modes_supported: ["query"] };
};

/** Shows what is wrong to the person at the browser. */
export const showError: ShowError = (ctx, { error, error_description: description }) => {
  ctx.type = "html";
  ctx.body = failedPage(languageOf(ctx), { error, description });
};
