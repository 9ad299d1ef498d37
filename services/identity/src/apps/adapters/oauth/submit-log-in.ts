import { sessionCookie } from "@tidbok/domain";
import type { FastifyReply } from "fastify";
import { codePage } from "../../../log-in/adapters/code-page.ts";
import { setCookie } from "../../../log-in/adapters/set-cookie.ts";
import { languageOf, show } from "../../../log-in/adapters/show.ts";
import type { LogInForm, LogInOutcome } from "../../domain/log-in-form.ts";
import { finish, showExpired, type Exchange } from "./consent-exchange.ts";
import { logInPage } from "./log-in-page.ts";

/** Logs in with the form of the page, or shows why that failed. */
export async function submitLogIn(exchange: Exchange): Promise<FastifyReply> {
  const { request, reply, interaction, parts } = exchange;
  const { uid, prompt } = interaction;
  if (prompt.name !== "login") return showExpired(exchange);
  const language = languageOf(request);
  const outcome = await parts.logIn(readForm(request.body), request.pageOrigin);
  if ("secondStep" in outcome) {
    const { secondStep: token, isWrong } = outcome;
    return show(reply.code(isWrong ? 401 : 200), codePage({ uid, language, token, isWrong }));
  }
  if ("refused" in outcome) {
    const html = logInPage({ uid, language, refused: outcome.refused });
    return show(refuse(reply, outcome), html);
  }
  const { accountId, session } = outcome;
  const { cookie: value, maxAgeSeconds } = session;
  setCookie(reply, { name: sessionCookie, value, maxAgeSeconds });
  return finish(exchange, { login: { accountId, remember: false } });
}

function refuse(
  reply: FastifyReply,
  outcome: Extract<LogInOutcome, { refused: string }>,
): FastifyReply {
  if (outcome.refused !== "RATE_LIMITED") return reply.code(401);
  return reply.code(429).header("retry-after", String(outcome.retryAfterSeconds));
}

function readForm(form: URLSearchParams): LogInForm {
  const field = (name: string) => form.get(name) ?? "";
  return form.has("token")
    ? { token: field("token"), code: field("code") }
    : { email: field("email"), password: field("password") };
}
