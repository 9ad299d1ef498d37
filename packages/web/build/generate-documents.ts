import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { codegen } from "@graphql-codegen/core";
import { preset } from "@graphql-codegen/client-preset";
import { parse, type DocumentNode } from "graphql";

/** A `.graphql` file beside the component or route that reads its fields. */
type DocumentFile = {
  readonly location: string;
  readonly rawSDL: string;
  readonly document: DocumentNode;
};

/**
 * Writes src/generated: a typed document for each operation and fragment in the `.graphql` files of src, and the types of
 * their variables. The files are checked against the API schema, so a field that does not exist fails the build.
 */
export async function generateDocuments(folder: string): Promise<void> {
  const schema = parse(await readFile(path.join(folder, "../client/schema.graphql"), "utf8"));
  const documents = await documentsBelow(path.join(folder, "src"));
  const baseOutputDir = path.join(folder, "src/generated/");
  await mkdir(baseOutputDir, { recursive: true });
  const files = await preset.buildGeneratesSection({
    baseOutputDir,
    schema,
    documents,
    presetConfig: { fragmentMasking: { unmaskFunctionName: "readFragment" } },
    config: {
      documentMode: "string",
      emitLegacyCommonJSImports: false,
      importExtension: ".ts",
      enumsAsTypes: true,
      useTypeImports: true,
      onlyOperationTypes: true,
      immutableTypes: true,
      strictScalars: true,
      scalars: { DateTime: "string", Date: "string", LocalTime: "string", ...otherScalars(schema) },
    },
    plugins: [],
    pluginMap: {},
  });
  await Promise.all(
    files.map(async (file) => {
      // Looks documents up by their text at run time, which would put all of them into each page.
      if (/gql\.ts$|index\.ts$/.test(file.filename)) return;
      const text = await codegen(file);
      await writeFile(file.filename, `// @ts-nocheck\n${pure(text)}`);
    }),
  );
}

// Lets the bundler leave out the documents that a page does not use.
function pure(text: string): string {
  return text.replaceAll("= new TypedDocumentString(", "= /*#__PURE__*/ new TypedDocumentString(");
}

function otherScalars(schema: DocumentNode): Record<string, string> {
  const names = schema.definitions.flatMap((each) =>
    each.kind === "ScalarTypeDefinition" ? [each.name.value] : [],
  );
  return Object.fromEntries(
    names
      .filter((name) => !/^(DateTime|Date|LocalTime)$/.test(name))
      .map((name) => [name, "unknown"]),
  );
}

async function documentsBelow(folder: string): Promise<DocumentFile[]> {
  const names = await readdir(folder, { recursive: true });
  return Promise.all(
    names
      .filter((name) => name.endsWith(".graphql"))
      .sort()
      .map(async (name) => {
        const location = path.join(folder, name);
        const rawSDL = await readFile(location, "utf8");
        return { location, rawSDL, document: parse(rawSDL) };
      }),
  );
}
