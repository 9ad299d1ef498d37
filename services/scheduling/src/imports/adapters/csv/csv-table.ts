import { CsvError, parse } from "csv-parse/sync";
import { unreadableFile } from "../../domain/unreadable-file.ts";
import { delimiterOf } from "./delimiter-of.ts";

/** A row of a table, with the line of the file on which it begins. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

type Parsed = {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
};

const separatorLine = /^[ \t\n]*"?sep=(.)"?[,;\t]*\n/i;

/**
 * The rows of a CSV (RFC 4180) that hold anything, its cells trimmed. A line `sep=;`, which Excel writes, names the
 * delimiter. Throws InvalidInput for a file that is not decoded, or whose quotes are not balanced.
 */
export function csvTable(content: string): readonly CsvRow[] {
  requireDecoded(content);
  // The library counts CR LF inside quotes as two lines.
  const text = content.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const named = separatorLine.exec(text);
  // The lines before the names of the columns stay as empty ones, so that the numbers of lines stay.
  const rest = named ? named[0].replace(/[^\n]/g, "") + text.slice(named[0].length) : text;
  const rows = parsed(rest, named?.[1] ?? delimiterOf(rest));
  return rows.map(rowOf).filter(({ cells }) => cells.some((cell) => cell !== ""));
}

function parsed(text: string, delimiter: string): readonly Parsed[] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      raw: true,
    }) as unknown as readonly Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error["lines"] === "number" ? ` in line ${error["lines"]}` : "";
    throw unreadableFile("UNREADABLE", `must have balanced quotes (RFC 4180)${line}`);
  }
}

function rowOf({ record, raw, info }: Parsed): CsvRow {
  const breaks = raw.replace(/^\n+|\n$/g, "").split("\n").length - 1;
  return { line: info.lines - breaks, cells: record.map((cell) => cell.trim()) };
}

// The content is text already; these are what a wrong decoding leaves, and no name in such a file is right.
function requireDecoded(content: string): void {
  if (content.includes("\0") || /^(?:ÿþ|þÿ)/.test(content)) {
    throw unreadableFile(
      "UNREADABLE",
      "must be read as UTF-16, or saved as UTF-8, before it is sent",
    );
  }
  if (content.includes("\uFFFD")) {
    const message = "must be read as Windows-1252, or saved as UTF-8, before it is sent";
    throw unreadableFile("UNREADABLE", message);
  }
  if (content.startsWith("ï»¿")) {
    throw unreadableFile("UNREADABLE", "must be read as UTF-8 before it is sent");
  }
}
