import type { Check } from "./problem.ts";

const widest = 200;
const page = /(^|\/)README\.md$|^docs\/.*\.md$|^[A-Z]+\.md$/;

/** Text wraps at 120 characters; a line above 200 is not wrapped. Prettier sets a table's rows in one line. */
export const lineWidths: Check = (tree) =>
  tree.files
    .filter((file) => page.test(file))
    .flatMap((file) =>
      tree
        .read(file)
        .split("\n")
        .flatMap((line, index) =>
          line.length > widest && !line.startsWith("|")
            ? [
                {
                  path: `${file}:${index + 1}`,
                  message: `has ${line.length} characters; wrap the text at 120`,
                },
              ]
            : [],
        ),
    );
