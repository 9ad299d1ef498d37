import { readFile } from "node:fs/promises";
import { writeWhole } from "../write-whole.ts";

export type Login = {
  /** OWNER governs the organization and hosts nothing; HOST is an ordinary member that hosts the meeting type. */
  readonly role: "OWNER" | "HOST";
  readonly name: string;
  readonly email: string;
  readonly password: string;
};

/** What a newcomer can use at once. */
export type Demo = {
  readonly organization: { readonly id: string; readonly slug: string };
  readonly meetingType: { readonly id: string; readonly slug: string };
  readonly logins: readonly Login[];
};

export async function readDemo(file: string): Promise<Demo | null> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return null;
  try {
    return JSON.parse(text) as Demo;
  } catch {
    return null;
  }
}

export async function writeDemo(file: string, demo: Demo): Promise<void> {
  await writeWhole(file, `${JSON.stringify(demo, null, 2)}\n`);
}
