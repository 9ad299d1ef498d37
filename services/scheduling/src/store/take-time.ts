import { newId, type Instant, type Interval } from "@tidbok/domain";
import { breaks } from "@tidbok/service";
import type { Booking } from "../domain/booking.ts";
import type { GroupChoice } from "../domain/hosts-of-slot.ts";
import { SlotTaken } from "../domain/slot-errors.ts";
import type { Client } from "./client.ts";

/** Whom round robin chose and why, where it had to. */
export type Chosen = { readonly choices?: readonly GroupChoice[] };

type Taking = {
  readonly rows: Pick<Booking, "organizationId" | "hostIds">;
  readonly reserved: Interval;
  readonly choices: readonly GroupChoice[];
  readonly by: {
    readonly state: string;
    readonly bookingId: string | null;
    readonly holdId: string | null;
    readonly expiresAt: Instant | null;
  };
};

/** One row for each host. */
export async function take(client: Client, { rows, reserved, choices, by }: Taking): Promise<void> {
  const choiceOf = (hostId: string) => choices.find((choice) => choice.hostId === hostId);
  const chosen = rows.hostIds.map((hostId) => JSON.stringify(choiceOf(hostId) ?? null));
  const expiresAt = by.expiresAt === null ? null : iso(by.expiresAt);
  await orTaken(client.$executeRaw`
    INSERT INTO reservation (id, organization_id, host_id, position, booking_id, hold_id, state, during, expires_at, host_choice)
    SELECT t.id, ${rows.organizationId}::uuid, t.host_id, t.n - 1, ${by.bookingId}::uuid, ${by.holdId}::uuid, ${by.state},
      tstzrange(${iso(reserved.start)}::timestamptz, ${iso(reserved.end)}::timestamptz), ${expiresAt}::timestamptz,
      nullif(t.choice::jsonb, 'null'::jsonb)
    FROM unnest(${rows.hostIds.map(newId)}::uuid[], ${[...rows.hostIds]}::uuid[], ${chosen}::text[]) WITH ORDINALITY AS t (id, host_id, choice, n)`);
}

/** The constraint decides; it gets its name here. */
export async function orTaken(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (breaks(error, "reservation_no_overlap")) throw new SlotTaken();
    throw error;
  }
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}
