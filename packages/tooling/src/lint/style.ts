import type { Rule } from "eslint";
import { forbid } from "./forbid.ts";
import { noOuterStore } from "./no-outer-store.ts";
import { noSpreadLiteral } from "./no-spread-literal.ts";

const errors = "/(^(Forbidden|NotFound|Unauthenticated|InvalidInput)|Error)$/";
// Two parameters may be followed by optional ones, defineEvent(type, schema, { version }), or by a
// rest of children, element(name, properties, ...children).
const long =
  "[params.length>2]:not([params.length=3][params.2.type=/^(AssignmentPattern|RestElement)$/])";
const longFunction = `:matches(ArrowFunctionExpression, FunctionExpression)${long}`;

/** Rules of docs/conventions.md that ESLint does not have, each with its sentence. */
export const style: Readonly<Record<string, Rule.RuleModule>> = {
  "no-default-export": forbid("ExportDefaultDeclaration", "Named exports only."),
  "no-class": forbid(
    `:matches(ClassDeclaration, ClassExpression):not([superClass.name=${errors}])`,
    "No classes except errors: a function that returns an object says the same with less.",
  ),
  "no-enum": forbid("TSEnumDeclaration", "No enums: a union of strings, or an `as const` list."),
  "no-decorator": forbid("Decorator", "No decorators: call a function."),
  // A callback's list of parameters is its caller's choice: inline callbacks are left alone, and so
  // are the methods of an object that is written as an argument (a visitor, a plugin).
  "one-object": forbid(
    [
      `FunctionDeclaration${long}`,
      `VariableDeclarator > ${longFunction}`,
      `:not(CallExpression) > ObjectExpression > Property > ${longFunction}`,
    ].join(", "),
    "More than two parameters: take one object.",
  ),
  "no-outer-store": noOuterStore,
  "no-spread-literal": noSpreadLiteral,
  "no-rest-tuple": forbid(
    [
      ":function > RestElement[argument.type='ArrayPattern']",
      ":function > RestElement[typeAnnotation.typeAnnotation.type='TSTupleType']",
    ].join(", "),
    "A rest parameter is no tuple: name the parameters, or take one object.",
  ),
};

/** What a test must get from packages/testing, which ends it in order. */
export const testing: Readonly<Record<string, Rule.RuleModule>> = {
  "no-own-connection": forbid(
    [
      "NewExpression[callee.object.name='pg'][callee.property.name=/^(Pool|Client)$/]",
      "ImportDeclaration[source.value='pg'] > ImportSpecifier[imported.name=/^(Pool|Client)$/]",
    ].join(", "),
    "Tests take their connections from packages/testing (testDatabase, emptyDatabase, connectedTo), which closes them before the database goes.",
  ),
};

/** Rules of a pure function: its result depends on its arguments alone. */
export const pure: Readonly<Record<string, Rule.RuleModule>> = {
  "no-clock": forbid(
    [
      "NewExpression[callee.name='Date'][arguments.length=0]",
      "MemberExpression[object.name=/^(Date|performance)$/][property.name='now']",
      "MemberExpression[object.name='Temporal'][property.name='Now']",
    ].join(", "),
    "The time is passed in (context.now, or an argument `now`); this layer does not read the clock.",
  ),
  "no-randomness": forbid(
    [
      "MemberExpression[object.name='Math'][property.name='random']",
      "MemberExpression[object.name='crypto']",
      "CallExpression[callee.name=/^(newId|randomUUID|randomBytes)$/]",
    ].join(", "),
    "domain decides; no I/O, clock, randomness, async: pass the id or the number in.",
  ),
  "no-async": forbid(
    ":function[async=true], AwaitExpression, NewExpression[callee.name='Promise'], CallExpression[callee.name=/^(fetch|setTimeout|setInterval|setImmediate)$/]",
    "domain decides; no I/O, clock, randomness, async.",
  ),
};
