import { randomUUID } from "node:crypto";
import { demand } from "./ask.ts";
import { logIn } from "./people.ts";
import { runningPlatform } from "./running-platform.ts";

/** Leaves no slot of the demo's meeting on the first day that had one; gives that day, and what undoes it. */
export async function fillFirstDay(): Promise<{ date: string; undo: () => Promise<void> }> {
  const { demo } = runningPlatform();
  const host = demo.logins.find(({ role }) => role === "HOST");
  if (!host) throw new Error("The demo has no host.");
  const { token } = await logIn(host);
  const date = await firstDay(demo.meetingType.id);
  const { blockTime } = await demand({
    token,
    query: "mutation ($input: BlockTimeInput!) { blockTime(input: $input) { id } }",
    variables: {
      input: {
        organizationId: demo.organization.id,
        startAt: `${date}T00:00:00Z`,
        endAt: `${date}T23:00:00Z`,
        keepsBookings: true,
        idempotencyKey: randomUUID(),
      },
    },
  });
  const undo = () =>
    demand({
      token,
      query:
        "mutation ($input: DeleteBlockedTimeInput!) { deleteBlockedTime(input: $input) { id } }",
      variables: { input: { blockedTimeId: blockTime.id } },
    });
  return { date, undo };
}

async function firstDay(id: string): Promise<string> {
  const inDays = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, "2027-02-01".length);
  const { meetingType } = await demand({
    query: `query ($id: ID!, $from: Date!, $to: Date!) { meetingType(id: $id) {
      slots(from: $from, to: $to, timeZone: "Europe/London") { date slots { startAt } } } }`,
    variables: { id, from: inDays(1), to: inDays(8) },
  });
  return meetingType.slots.find((day: { slots: object[] }) => day.slots.length > 0).date;
}
