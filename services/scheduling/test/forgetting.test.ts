import { anonymous } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, Prisma } from "../src/generated/prisma/client.ts";
import { book, offerMeeting } from "./support/operations.ts";
import { monday, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

test("stale holds and used keys are forgotten while the service runs; bookings stay", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling);
  const query = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }`;
  const [used, unused] = await Promise.all(
    ["2027-02-02T08:00:00Z", "2027-02-02T09:00:00Z"].map(async (startAt) => {
      const input = { meetingTypeId, startAt };
      return (await scheduling.data(anonymous, query, { input })).holdSlot.id as string;
    }),
  );
  const booked = await book(scheduling, {
    meetingTypeId,
    startAt: "2027-02-02T08:00:00Z",
    holdId: used,
    idempotencyKey: "attempt-1",
  });
  await scheduling.sql("UPDATE idempotency SET created_at = $1", [new Date(monday)]);
  scheduling.clock.now = monday + 25 * 60 * 60_000;
  await scheduling.service.start();
  const left = () =>
    scheduling.sql(
      `SELECT (SELECT count(*)::int FROM hold) AS holds, (SELECT count(*)::int FROM idempotency) AS keys`,
    );
  await eventually(async () => {
    const [{ holds, keys }] = await left();
    return holds === 0 && keys === 0;
  });
  const rows = await scheduling.sql("SELECT state, booking_id, hold_id FROM reservation");
  expect(rows).toEqual([
    { state: "CONFIRMED", booking_id: booked.data.bookMeeting.booking.id, hold_id: null },
  ]);
  expect(unused).not.toBe(used);
});

test("the Prisma schema and the tables have the same columns", async () => {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: scheduling.database.url }),
  });
  const counts = await scheduling.sql(
    `SELECT table_name, count(*)::int AS columns FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' GROUP BY 1`,
  );
  const models = Object.keys(Prisma.ModelName) as (keyof typeof Prisma.ModelName)[];
  for (const model of models) {
    const table = model.replace(/(?<!^)[A-Z]/g, "_$&").toLowerCase();
    const fields = Object.keys(Prisma[`${model}ScalarFieldEnum`]).length;
    // Prisma has no type for a range, and leaves the column to SQL.
    const unsupported = model === "Reservation" ? 1 : 0;
    const found = counts.find((row) => row.table_name === table);
    expect([table, found?.columns]).toEqual([table, fields + unsupported]);
    // Selects every column that the schema names.
    const name = (model[0]!.toLowerCase() + model.slice(1)) as "booking";
    await prisma[name].findFirst();
  }
  expect(counts).toHaveLength(models.length);
  await prisma.$disconnect();
});
