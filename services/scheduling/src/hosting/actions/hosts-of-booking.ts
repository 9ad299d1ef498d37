import { partyOf } from "../../bookings/domain/relation.ts";
import type { Booking } from "../../bookings/domain/booking.ts";
import type { Context } from "../../context.ts";
import type { GroupChoice, HandChoice } from "../../slots/domain/hosts-of-slot.ts";

type Account = { readonly id: string };

/**
 * The hosts of a booking that have left the organization or are away, for its hosts and admins and for our services;
 * null for other callers.
 */
export async function findMissingHosts(
  context: Context,
  booking: Booking,
): Promise<readonly Account[] | null> {
  if (context.caller.kind !== "service" && !isOfHosts(context, booking)) return null;
  return (await missingAmong(context, { booking, accountIds: booking.hostIds })).map(toAccount);
}

/** The hosts that handed the booking over, for its hosts and admins and for our services; null for other callers. */
export async function listFormerHosts(
  context: Context,
  booking: Booking,
): Promise<readonly Account[] | null> {
  const isService = context.caller.kind === "service";
  if (!isService && !isOfHosts(context, booking)) return null;
  const all = await context.loaders.formerHosts.load(booking.id);
  const accountIds = all.filter((id) => !booking.hostIds.includes(id));
  // Services mail them; a host that has left the organization may learn no more of the booking.
  const gone = isService ? await missingAmong(context, { booking, accountIds }) : [];
  return accountIds.filter((id) => !gone.includes(id)).map(toAccount);
}

/** Why these hosts were chosen, for the hosts and admins of the booking; null for other callers. */
export async function explainHosts(
  context: Context,
  booking: Booking,
): Promise<readonly (GroupChoice | HandChoice)[] | null> {
  return isOfHosts(context, booking) ? context.loaders.hostChoices.load(booking.id) : null;
}

function isOfHosts({ caller }: Pick<Context, "caller">, booking: Booking): boolean {
  const party = partyOf(caller, booking);
  return party === "HOST" || party === "ADMIN";
}

/** The accounts that can host nothing new in the organization: they have left it, or are out of use. */
async function missingAmong(
  { loaders }: Pick<Context, "loaders">,
  { booking, accountIds }: { readonly booking: Booking; readonly accountIds: readonly string[] },
): Promise<readonly string[]> {
  const { organizationId } = booking;
  const missing = await Promise.all(
    accountIds.map((accountId) => loaders.isMissing.load({ organizationId, accountId })),
  );
  return accountIds.filter((_, i) => missing[i]);
}

function toAccount(id: string): Account {
  return { id };
}
