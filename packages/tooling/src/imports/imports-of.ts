import path from "node:path";
import ts from "typescript";

/** A file of the repository that another imports. */
export type Import = {
  readonly file: string;
  /** Nothing of it is there at run time. */
  readonly isType: boolean;
};

/** The files that a TypeScript file imports or passes on by a relative path, from its text. */
export function importsOf(file: string, text: string): readonly Import[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return [];
    if (!moduleSpecifier.text.startsWith(".")) return [];
    const target = path.posix.join(path.posix.dirname(file), moduleSpecifier.text);
    return [{ file: target, isType: isTypeOnly(statement) }];
  });
}

function isTypeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const clause = statement.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  if (clause.name !== undefined || bindings === undefined || ts.isNamespaceImport(bindings)) {
    return false;
  }
  return bindings.elements.every(({ isTypeOnly }) => isTypeOnly);
}
