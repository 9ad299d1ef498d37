import { expect, test } from "vitest";
import type { Content } from "./content.ts";
import { layOut } from "./lay-out.ts";

const content: Content = {
  language: "en",
  sender: "Lindgren & Co",
  hasLogo: false,
  heading: "Booked: Tea",
  greeting: "Hello Anna,",
  paragraphs: ["Your meeting is booked."],
  facts: [
    { label: "What", value: "Tea & <b>talk</b>" },
    { label: "Note", value: "first\nsecond" },
    { label: "Also", value: "Tuesday", url: "https://t.example/manage#c" },
  ],
  action: { label: "Manage", url: 'https://t.example/manage#a"b', note: "Yours alone." },
  footer: "Why you get this.",
};

test("what people wrote is text in HTML, never markup", () => {
  const { html } = layOut(content);
  expect(html).toContain("Tea &#38; &#60;b&#62;talk&#60;/b&#62;");
  expect(html).toContain('href="https://t.example/manage#a&#34;b"');
  expect(html).toContain("first<br>second");
});

test("HTML loads nothing from anywhere", () => {
  expect(layOut(content).html).not.toMatch(/<img|<link|<script|src=|url\(|@import/);
});

test("a logo is part of the mail, and the name stands beside it", () => {
  const { html } = layOut({ ...content, hasLogo: true });
  expect(html.match(/src="[^"]*"/g)).toEqual(['src="cid:logo"']);
  expect(html).toContain("Lindgren &#38; Co");
});

test("text and HTML say the same", () => {
  const { text, html } = layOut(content);
  for (const part of [
    "Hello Anna,",
    "Your meeting is booked.",
    "Tuesday",
    "manage#c",
    "Manage",
    "Why you get this.",
  ]) {
    expect(text).toContain(part);
    expect(html).toContain(part);
  }
});

test("a mail without facts and action has neither labels nor a link", () => {
  const { html, text } = layOut({ ...content, facts: [], action: null });
  expect(html).not.toMatch(/class="soft" style="font-size|<a /);
  expect(text).not.toContain("\n\n\n");
});
