export { audienceSchema } from "./compose/audience-schema.ts";
export { audienceOf, audiences, possibleRelations, relations } from "./decide/audience.ts";
export type { Audience, OperationKind, Relation } from "./decide/audience.ts";
export type { AudienceRules, Category, Rule, Sensitivity, Subject } from "./category.ts";
export { callerClassOf, callerClasses } from "./decide/caller-class.ts";
export type { CallerClass } from "./decide/caller-class.ts";
export { collectedData } from "./compose/collected-data.ts";
export type { Collected } from "./compose/collected-data.ts";
// composeSupergraph has a door of its own, `@tidbok/minimization/compose-supergraph`: it brings the
// vendor's whole composition along, 30 MB that no running service needs.
export { dataCategories, dataMap } from "./data-map.ts";
export type { DataCategory, DataMap } from "./data-map.ts";
export { bestDecision } from "./decide/caller-decisions.ts";
export { decide, unencumbered } from "./decide/decide.ts";
export type { Question, SubjectState, Action, Decision, Reason } from "./decide/decide.ts";
export { minimizationUrl, subgraphSdl } from "./schema/directives.ts";
export type { SubjectKind } from "./schema/directives.ts";
export { applyMask, masks } from "./decide/masks.ts";
export type { MaskName } from "./decide/masks.ts";
export { minimize } from "./operation/minimize.ts";
export type { Asked, HiddenField, Minimized } from "./operation/minimize.ts";
export { CompositionRefused } from "./compose/problem.ts";
export type { Problem } from "./compose/problem.ts";
export { classesOf, protect } from "./protect/protect.ts";
export type { Protection, RelationOf } from "./protect/protect.ts";
export type { Data, Restore } from "./operation/restore.ts";
export { loadRules, openSupergraph } from "./compose/rules.ts";
export type { Rules } from "./compose/rules.ts";
export type { SubgraphSource } from "./schema/subgraph.ts";
export { coordinatesOf } from "./compose/coordinates-of.ts";
export type { Coordinates } from "./compose/coordinates-of.ts";
export { weakerCoordinates } from "./compose/weaker-coordinates.ts";
export type { WeakerCoordinate } from "./compose/weaker-coordinates.ts";
export { weakenings } from "./compose/weakenings.ts";
export type { Weakening } from "./compose/weakenings.ts";
export { grantScopes, remedyCodes } from "./decide/remedies.ts";
export type { Remedy, RemedyCode } from "./decide/remedies.ts";
export {
  summarizeWithheld,
  withheldActions,
  withheldList,
  withheldReasons,
} from "./decide/withheld.ts";
export type { Withheld, WithheldReason } from "./decide/withheld.ts";
