/** The languages of the pages. */
export type Language = "en" | "sv";

/** Text as HTML, whatever stands in it. */
export function escaped(text: unknown): string {
  return String(text ?? "").replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A whole page around its main part, which must be escaped already. No script: it works without. */
export function page(language: string, main: string): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Tidbok</title>
<link rel="stylesheet" href="/pages/page.css">
</head>
<body>
<main id="main">
${main}
</main>
</body>
</html>
`;
}
