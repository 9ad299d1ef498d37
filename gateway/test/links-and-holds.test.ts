import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { ask, demand, post, refused } from "./support/ask.ts";
import { attemptAt, book, openStage, send, type Booked, type Stage } from "./support/bookings.ts";
import { rowsOf } from "./support/databases.ts";
import { keyOf, signed } from "./support/keys.ts";
import { openSlots } from "./support/offers.ts";

let stage: Stage;
let mine: Booked;
let theirs: Booked;

beforeAll(async () => {
  stage = await openStage("Lisbet");
  mine = await book(attemptAt(stage, stage.slots[0] ?? ""));
  theirs = await book(attemptAt(stage, stage.slots[1] ?? ""));
});

test("an expired link says so, and opens nothing", async () => {
  const [, payload = ""] = mine.manageToken.split(".");
  const { sub, bookingId } = JSON.parse(Buffer.from(payload, "base64url").toString()) as {
    sub: string;
    bookingId: string;
  };
  const token = await signed(keyOf("scheduling-manage-link"), {
    typ: "manage+jwt",
    claims: { bookingId },
    issuer: "scheduling",
    audience: "gateway",
    subject: sub,
    expiresIn: -1,
    issuedAgo: 1_000,
  });
  const response = await post({ query: "{ myBooking { id } }", token });
  expect(response.status).toBe(401);
  const { data, errors } = await ask({ query: "{ myBooking { id } }", token });
  expect(data).toBeUndefined();
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["MANAGE_LINK_EXPIRED"]);
});

test("a link that was changed, or signed by another of our keys, is none", async () => {
  const [head, payload, signature] = mine.manageToken.split(".");
  const [, other] = theirs.manageToken.split(".");
  const forged = [
    `${head}.${other}.${signature}`,
    `${head}.${payload}.`,
    `${head}.${payload}`,
    await signed(keyOf("gateway-caller"), {
      typ: "manage+jwt",
      claims: { bookingId: mine.id },
      issuer: "scheduling",
      audience: "gateway",
      subject: randomUUID(),
    }),
    await signed(keyOf("scheduling-manage-link"), {
      typ: "caller+jwt",
      claims: { caller: { kind: "service", service: "gateway", purpose: "security" } },
      issuer: "gateway",
      audience: "scheduling",
    }),
  ];
  for (const token of forged) {
    expect(await refused({ query: "{ myBooking { id } }", token })).toBe("UNAUTHENTICATED");
  }
});

test("with another booking's link a booking is not there: not to see, to move or to cancel", async () => {
  const token = theirs.manageToken;
  const seen = await ask({
    query: "query ($id: ID!) { booking(id: $id) { id attendees { id name } } }",
    variables: { id: mine.id },
    token,
  });
  expect(seen.data).toEqual({ booking: null });
  const move = { bookingId: mine.id, startAt: stage.slots[7] };
  const query =
    "mutation ($input: RescheduleBookingInput!) { rescheduleBooking(input: $input) { id } }";
  expect(await refused({ query, variables: { input: move }, token })).toBe("NOT_FOUND");
  const cancel = "mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { id } }";
  const input = { bookingId: mine.id };
  expect(await refused({ query: cancel, variables: { input }, token })).toBe("NOT_FOUND");
  const { myBooking } = await demand({
    query: "{ myBooking { id state } }",
    token: mine.manageToken,
  });
  expect(myBooking).toEqual({ id: mine.id, state: "CONFIRMED" });
});

test("a held slot is nobody else's until the hold is over; then the hold is worth nothing", async () => {
  const startAt = stage.slots[4] ?? "";
  const hold = async () => {
    const { holdSlot } = await demand({
      query: "mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }",
      variables: { input: { meetingTypeId: stage.meetingType.id, startAt } },
    });
    return holdSlot.id as string;
  };
  const codeOf = async (holdId: string | null, slot = startAt) => {
    const { input } = attemptAt(stage, slot);
    return (await send({ input: { ...input, holdId } })).errors?.[0]?.extensions.code;
  };
  const first = await hold();
  expect(await openSlots(stage.meetingType.id)).not.toContain(startAt);
  expect(await codeOf(null)).toBe("SLOT_TAKEN");
  expect(await codeOf(first, stage.slots[5])).toBe("HOLD_NOT_FOUND");

  // As if the five minutes had passed.
  const past = "now() - interval '1 second'";
  await rowsOf(
    "tidbok_scheduling",
    `WITH stale AS (UPDATE hold SET created_at = now() - interval '10 minutes', expires_at = ${past} WHERE id = '${first}' RETURNING id)
       UPDATE reservation SET expires_at = ${past} WHERE hold_id IN (SELECT id FROM stale)`,
  );
  expect(await codeOf(first)).toBe("HOLD_EXPIRED");
  expect(await openSlots(stage.meetingType.id)).toContain(startAt);
  const second = await hold();
  expect(await codeOf(first)).toMatch(/HOLD_EXPIRED|SLOT_TAKEN/);
  expect(await codeOf(second)).toBeUndefined();
  expect(await codeOf(second)).toMatch(/HOLD_EXPIRED|HOLD_NOT_FOUND/);
});
