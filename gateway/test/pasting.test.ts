import { mkdtemp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { fillFirstDay } from "./support/fill-first-day.ts";
import { runningPlatform, stateFolder } from "./support/running-platform.ts";
import { shellBlocks } from "./support/shell-blocks.ts";
import { isInstalled, paste, shells, type Shell } from "./support/shells.ts";

const programs = /^(?:npm|pnpm|npx)\b/;
const blocks = shellBlocks();
const journey = blocks.filter(({ page, lines }) => page === "README.md" && !programs.test(lines));
const others = blocks.filter((block) => !journey.includes(block));

/** A folder as the clone is, with the platform of this run in `.local`, and a folder for programs of our own. */
async function clone() {
  const folder = await mkdtemp(join(tmpdir(), "tidbok-pasting-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await symlink(stateFolder(), join(folder, ".local"));
  await mkdir(join(folder, "bin"));
  return folder;
}

let filled: Awaited<ReturnType<typeof fillFirstDay>>;
beforeAll(async () => {
  filled = await fillFirstDay();
});
afterAll(() => filled.undo());

describe.each(Object.keys(shells) as Shell[])("pasted into %s", (shell) => {
  const isHere = isInstalled(shell);
  if (!isHere) {
    process.stderr.write(
      `\n!!! ${shell} is not installed: pasting into it is NOT tested here.\n\n`,
    );
  }

  test.runIf(isHere)(
    "the journey of the README goes its whole way, also when the first day is full",
    async () => {
      const folder = await clone();
      // A terminal without jq: what is called by that name fails.
      await writeFile(join(folder, "bin/jq"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
      const lines = journey.map((block) => block.lines).join("\n");
      const { printed, wrong } = await paste(shell, lines, {
        folder,
        env: { PATH: `${join(folder, "bin")}:${process.env.PATH}` },
      });
      expect(wrong).not.toMatch(/not found|error|unexpected|bad |no matches/i);
      const answers = printed
        .split(/^(?=\{$)/m)
        .map((text) => JSON.parse(text.slice(0, text.lastIndexOf("}") + 1)));
      const [slots, booked, host, owner, visitor, attendee, cancelled] = answers.map(
        ({ data }) => data,
      );
      const named = [{ name: "Anna Attendee", email: "anna@example.com" }];
      const [first] = slots.meetingType.slots;
      expect(first.date > filled.date || first.slots.length === 0).toBe(true);
      expect(booked.bookMeeting.booking.id).toMatch(/^[0-9a-f-]{36}$/);
      expect([host.booking.attendees, attendee.booking.attendees]).toEqual([named, named]);
      expect(owner.booking.attendees).toEqual([{ name: null, email: null }]);
      expect(visitor.booking).toBeNull();
      expect(cancelled.cancelBooking).toMatchObject({ state: "CANCELLED" });
    },
  );

  test.runIf(isHere)("each command that npm start printed is answered", async () => {
    const commands = inject("platform").printed.match(/^ {2}(?:curl|for) .*$/gm) ?? [];
    expect(commands).toHaveLength(3);
    const [listed, booked, asked] = await Promise.all(
      commands.map((line) =>
        paste(shell, line, {
          folder: new URL("../../", import.meta.url).pathname,
          env: { TIDBOK_STATE_DIR: stateFolder() },
        }),
      ),
    );
    expect(listed?.printed).toMatch(/^\{"data":\{"meetingType":\{"title":/);
    // Another test, or another shell, may have taken that very slot.
    expect(booked?.printed).toMatch(/^\{"data":\{"bookMeeting":\{|"code":"SLOT_/);
    expect(asked?.printed).toMatch(/\(HOST\):[^]*\(OWNER\):[^]*\(VISITOR\):/);
  });

  test.runIf(isHere)(
    "every other block gives each program the words that stand there",
    async () => {
      const folder = await clone();
      const record = `#!/bin/sh\nprintf '%s' "\${0##*/}" >>"$CALLS"\nfor word; do printf ' <%s>' "$word" >>"$CALLS"; done\necho >>"$CALLS"\n`;
      for (const name of ["npm", "pnpm", "npx"]) {
        await writeFile(join(folder, "bin", name), record, { mode: 0o755 });
      }
      for (const { page, lines } of others) {
        const calls = join(folder, "calls");
        await writeFile(calls, "");
        const { wrong } = await paste(shell, lines, {
          folder,
          env: { CALLS: calls, PATH: `${join(folder, "bin")}:${process.env.PATH}` },
        });
        expect(wrong, page).not.toMatch(/not found|error|unexpected|bad |no matches/i);
        const wanted = lines
          .split("\n")
          .filter((line) => programs.test(line))
          .map(asCall);
        expect((await readFile(calls, "utf8")).trim().split("\n").filter(Boolean), page).toEqual(
          wanted,
        );
      }
    },
  );
});

// `pnpm a -t "b c"` is <a> <-t> <b c>. A `#` or `|` in a line would reach the program, or not, by shell.
function asCall(line: string): string {
  const [name = "", ...words] = line.match(/"[^"]*"|\S+/g) ?? [];
  return [name, ...words.map((word) => `<${word.replaceAll('"', "")}>`)].join(" ");
}

test("the pages have no comment and no alternative in what a reader pastes", () => {
  for (const { page, lines } of blocks) {
    expect(lines, page).not.toMatch(/^(?:npm|pnpm|npx)\b.*(?:#|\|)/m);
  }
});

test("the mailbox answers curl with the mails, newest first", async () => {
  const response = await fetch(runningPlatform().mailbox, { headers: { accept: "*/*" } });
  expect(response.status).toBe(200);
  const mails = (await response.json()) as { readonly time: string }[];
  const times = mails.map(({ time }) => time);
  expect(times.length).toBeGreaterThan(0);
  expect(times).toEqual(times.toSorted().reverse());
  const page = await fetch(runningPlatform().mailbox, { headers: { accept: "text/html" } });
  expect(await page.text()).toContain("<html");
});
