import type { FastifyReply } from "fastify";
import { findOffer, finish, scopesIn, showExpired, type Exchange } from "./consent-exchange.ts";

/** Gives the app the ticked scopes, or tells it that the person gives it none. */
export async function submitConsent(exchange: Exchange): Promise<FastifyReply> {
  const { request, interaction, provider, parts } = exchange;
  const offer = await findOffer(exchange);
  if (!offer) return showExpired(exchange);
  if (request.body.get("decision") !== "allow") {
    return finish(exchange, { error: "access_denied" });
  }
  const ticked = new Set(request.body.getAll("scope"));
  const given = offer.givable.filter((scope) => ticked.has(scope));
  const declined = offer.asked.filter((scope) => !given.includes(scope));
  const grant = new provider.Grant({ accountId: offer.person.id, clientId: offer.app.id });
  if (scopesIn(interaction.params).includes("openid")) grant.addOIDCScope("openid");
  if (given.length > 0) grant.addResourceScope(parts.publicUrl, given.join(" "));
  if (declined.length > 0) grant.rejectResourceScope(parts.publicUrl, declined.join(" "));
  return finish(exchange, { consent: { grantId: await grant.save() } });
}
