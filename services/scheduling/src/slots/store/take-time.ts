import { newId, type Instant } from "@tidbok/domain";
import { breaks, iso } from "@tidbok/service";
import type { GroupChoice } from "../domain/host-choice.ts";
import type { Seat, SeatedBooking } from "../domain/seat.ts";
import { SlotTaken } from "../../meeting-types/domain/slot-errors.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Client } from "../../store/client.ts";

/** The seat to take, and the choices that round robin made. */
export type Taking = { readonly seat: Seat; readonly choices: readonly GroupChoice[] };

type Rows = Taking & {
  readonly rows: Pick<SeatedBooking, "organizationId" | "hostIds">;
  readonly by: {
    readonly state: string;
    readonly bookingId: string | null;
    readonly holdId: string | null;
    readonly expiresAt: Instant | null;
  };
};

/** Inserts a reservation for each host. Throws SlotTaken. */
export async function take(client: Client, { rows, seat, choices, by }: Rows): Promise<void> {
  const choiceOf = (hostId: string) => choices.find((choice) => choice.hostId === hostId);
  const chosen = rows.hostIds.map((hostId) => JSON.stringify(choiceOf(hostId) ?? null));
  const expiresAt = by.expiresAt === null ? null : iso(by.expiresAt);
  await orTaken(client.$executeRaw`
    INSERT INTO reservation (id, organization_id, host_id, position, booking_id, hold_id, state, during, expires_at, host_choice,
      occurrence_id, seat, seats)
    SELECT t.id, ${rows.organizationId}::uuid, t.host_id, t.n - 1, ${by.bookingId}::uuid, ${by.holdId}::uuid, ${by.state},
      ${rangeOf(seat)}, ${expiresAt}::timestamptz, nullif(t.choice::jsonb, 'null'::jsonb),
      ${seat.occurrenceId}::uuid, ${freeSeat(seat)}, ${seat.seats}
    FROM unnest(${rows.hostIds.map(newId)}::uuid[], ${[...rows.hostIds]}::uuid[], ${chosen}::text[]) WITH ORDINALITY AS t (id, host_id, choice, n)`);
}

/** The first free seat of the meeting; when all are taken, one beyond the last, which the table refuses. */
export function freeSeat({ occurrenceId, seats }: Seat): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(min(n), ${seats}::int) FROM generate_series(0, ${seats}::int - 1) AS n
    WHERE NOT EXISTS (SELECT 1 FROM reservation o WHERE o.occurrence_id = ${occurrenceId}::uuid AND o.seat = n
      AND o.state IN ('HELD', 'PENDING', 'CONFIRMED')))`;
}

export function rangeOf({ reserved }: Seat): Prisma.Sql {
  return Prisma.sql`tstzrange(${iso(reserved.start)}::timestamptz, ${iso(reserved.end)}::timestamptz)`;
}

/** The constraints of the table decide; their refusal becomes SlotTaken here. */
export async function orTaken(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (constraints.some((constraint) => breaks(error, constraint))) throw new SlotTaken();
    throw error;
  }
}

const constraints = ["reservation_no_overlap", "reservation_seat", "reservation_seat_bound"];
