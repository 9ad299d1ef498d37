import ts from "typescript";

/** One name that a file exports. `from` is set for what it passes on from another file. */
export type Export = {
  /** The name outside; `*` for `export * from`. */
  readonly name: string;
  /** The name inside the file that it comes from; `*` for a whole file. */
  readonly original: string;
  readonly from: string | null;
  readonly isDocumented: boolean;
  readonly isType: boolean;
};

/** What a TypeScript file exports, in its order. */
export function exportsOf(text: string): readonly Export[] {
  const source = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest, true);
  const documented = new Map(
    source.statements.flatMap((statement) =>
      declaredNames(statement).map((name) => [name, hasDoc(statement)] as const),
    ),
  );
  return source.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) return passedOn(statement, documented);
    if (!isExported(statement)) return [];
    const isDocumented = hasDoc(statement);
    const isType = ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement);
    return declaredNames(statement).map((name) => {
      return { name, original: name, from: null, isDocumented, isType };
    });
  });
}

function passedOn(
  statement: ts.ExportDeclaration,
  documented: ReadonlyMap<string, boolean>,
): readonly Export[] {
  const specifier = statement.moduleSpecifier;
  const from = specifier && ts.isStringLiteral(specifier) ? specifier.text : null;
  const clause = statement.exportClause;
  const isType = statement.isTypeOnly;
  if (clause === undefined)
    return [{ name: "*", original: "*", from, isDocumented: false, isType }];
  if (ts.isNamespaceExport(clause)) {
    const name = clause.name.text;
    return [{ name, original: "*", from, isDocumented: hasDoc(statement), isType }];
  }
  return clause.elements.map((element) => {
    const original = (element.propertyName ?? element.name).text;
    const isDocumented = documented.get(original) ?? false;
    // What was imported before it is exported comes from there.
    const home = from ?? (documented.has(original) ? null : importedFrom(statement, original));
    const name = element.name.text;
    return { name, original, from: home, isDocumented, isType: isType || element.isTypeOnly };
  });
}

function importedFrom(statement: ts.ExportDeclaration, name: string): string | null {
  const found = statement
    .getSourceFile()
    .statements.filter(ts.isImportDeclaration)
    .find(({ importClause }) => {
      const bindings = importClause?.namedBindings;
      if (bindings === undefined || !ts.isNamedImports(bindings)) return false;
      return bindings.elements.some((element) => element.name.text === name);
    })?.moduleSpecifier;
  return found && ts.isStringLiteral(found) ? found.text : null;
}

function declaredNames(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : namesOfPattern(name),
    );
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

function namesOfPattern(pattern: ts.BindingPattern): readonly string[] {
  return pattern.elements.flatMap((element) =>
    ts.isBindingElement(element) && ts.isIdentifier(element.name) ? [element.name.text] : [],
  );
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false)
  );
}

function hasDoc(statement: ts.Statement): boolean {
  return ts.getJSDocCommentsAndTags(statement).some(ts.isJSDoc);
}
