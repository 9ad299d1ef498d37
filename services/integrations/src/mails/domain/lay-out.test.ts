import { expect, test } from "vitest";
import { layOut } from "./lay-out.ts";

const content = {
  language: "en",
  greeting: "Hello Anna,",
  paragraphs: ["Your meeting is booked."],
  facts: [
    { label: "What", value: "Tea & <b>talk</b>" },
    { label: "Note", value: "first\nsecond" },
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
  expect(layOut(content).html).not.toMatch(/<img|<link|<script|src=|url\(/);
});

test("text and HTML say the same", () => {
  const { text, html } = layOut(content);
  for (const part of ["Hello Anna,", "Your meeting is booked.", "Manage", "Why you get this."]) {
    expect(text).toContain(part);
    expect(html).toContain(part);
  }
});

test("a mail without facts and action has neither table nor link", () => {
  const { html, text } = layOut({ ...content, facts: [], action: null });
  expect(html).not.toMatch(/<table|<a /);
  expect(text).not.toContain("\n\n\n");
});
