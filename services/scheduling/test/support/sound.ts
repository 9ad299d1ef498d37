import type { Answer } from "@tidbok/testing";
import { expect } from "vitest";
import { codeOf, type Scheduling } from "./start-scheduling.ts";

/**
 * No two reservations in force of one host overlap but for seats of one meeting, which take the same time
 * and are not more than it has; and no booking in force is without one.
 */
export async function expectSound(scheduling: Scheduling): Promise<void> {
  const overlaps = await scheduling.sql(
    `SELECT 1 FROM reservation a JOIN reservation b ON a.host_id = b.host_id AND a.id < b.id AND a.during && b.during
     WHERE a.state IN ('HELD', 'PENDING', 'CONFIRMED') AND b.state IN ('HELD', 'PENDING', 'CONFIRMED')
       AND NOT (a.occurrence_id = b.occurrence_id AND a.during = b.during AND a.seat <> b.seat)`,
  );
  expect(overlaps).toEqual([]);
  const crowds = await scheduling.sql(
    `SELECT occurrence_id FROM reservation WHERE state IN ('HELD', 'PENDING', 'CONFIRMED')
     GROUP BY occurrence_id, host_id HAVING count(*) > max(seats)`,
  );
  expect(crowds).toEqual([]);
  const halves = await scheduling.sql(
    `SELECT b.id FROM booking b
     WHERE NOT EXISTS (SELECT 1 FROM reservation r WHERE r.booking_id = b.id
                           AND r.state = CASE b.state WHEN 'DECLINED' THEN 'CANCELLED' ELSE b.state END)
        OR NOT EXISTS (SELECT 1 FROM outbox o WHERE o.aggregate_id = b.id AND o.type = 'scheduling.booking.made')
        OR NOT EXISTS (SELECT 1 FROM booking_change c WHERE c.booking_id = b.id AND c.kind IN ('MADE', 'IMPORTED') AND c.position = 0)
        OR (SELECT c.state FROM booking_change c WHERE c.booking_id = b.id ORDER BY c.position DESC LIMIT 1) <> b.state
        OR NOT EXISTS (SELECT 1 FROM attendee a WHERE a.booking_id = b.id)`,
  );
  expect(halves).toEqual([]);
}

/** How many answers had which code. */
export function codes(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const code = codeOf(answer) ?? "BOOKED";
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
