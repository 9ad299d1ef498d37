import type { Check } from "./problem.ts";

// Folders of one machine. System paths such as /usr/bin mean the same everywhere.
const machine = /(?<![\w./~$}*-])\/(work|root|home|Users|tmp)\/[\w.]+/;
const text = /\.(ts|mjs|js|json|ya?ml|md|graphql|prisma|sql|toml|sh|conf)$|(^|\/)(Dockerfile|run)$/;

/** No file of the repository names a folder of the machine that wrote it. */
export const absolutePaths: Check = (tree) =>
  tree.files
    .filter((file) => text.test(file) && file !== "pnpm-lock.yaml")
    .flatMap((path) =>
      tree
        .read(path)
        .split("\n")
        .flatMap((line, index) => {
          const found = machine.exec(line)?.[0];
          return found === undefined
            ? []
            : [
                {
                  path: `${path}:${index + 1}`,
                  message: `names ${found}; derive it, or configure it`,
                },
              ];
        }),
    );
