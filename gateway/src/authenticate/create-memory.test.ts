import { expect, test } from "vitest";
import { createMemory } from "./create-memory.ts";

type Session = { readonly accountId: string; readonly role: string };

function memory() {
  const asked: string[] = [];
  const { recall, forget, forgetAll } = createMemory<Session>(({ accountId }) => [accountId]);
  const look = (role: string, answer: Promise<void> = Promise.resolve()) =>
    recall("key", async () => {
      asked.push(role);
      await answer;
      return { accountId: "anna", role };
    });
  return { asked, look, forget, forgetAll };
}

test("what was found is remembered until its owner changes", async () => {
  const { asked, look, forget } = memory();
  await look("OWNER");
  forget("berit");
  expect((await look("none"))?.role).toBe("OWNER");
  forget("anna");
  expect((await look("MEMBER"))?.role).toBe("MEMBER");
  expect(asked).toEqual(["OWNER", "MEMBER"]);
});

test.each(["forget", "forgetAll"] as const)(
  "a role that was asked for before a change and answered after it is not remembered (%s)",
  async (way) => {
    const made = memory();
    const answer = Promise.withResolvers<void>();
    const before = made.look("OWNER", answer.promise);
    made[way]("anna");
    answer.resolve();
    await before;
    expect((await made.look("none"))?.role).toBe("none");
    expect((await made.look("again"))?.role).toBe("none");
  },
);
