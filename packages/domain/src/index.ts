export type { Caller, Membership, Role, ServiceName } from "./caller.ts";
export { anonymous, isMemberOf, membershipVersion, roleIn, serviceNames } from "./caller.ts";
export { personalTokenPrefix, sessionCookie, tokenTypes } from "./credentials.ts";
export { DomainError } from "./errors/domain-error.ts";
export { domainErrorIn } from "./errors/domain-error-in.ts";
export { errorCodes, type ErrorCode } from "./error-codes.ts";
export { Forbidden } from "./errors/forbidden.ts";
export { FreshLoginRequired } from "./errors/fresh-login-required.ts";
export { InvalidInput, type InputProblem } from "./errors/invalid-input.ts";
export { NotFound } from "./errors/not-found.ts";
export { Unauthenticated } from "./errors/unauthenticated.ts";
export type { Instant, Interval } from "./interval.ts";
export { isKnownInstant, knownTime } from "./interval.ts";
export { derivedId } from "./derived-id.ts";
export { isId } from "./is-id.ts";
export { isPublicAddress } from "./is-public-address.ts";
export { networkOf } from "./network-of.ts";
export { madeAt } from "./made-at.ts";
export { newId } from "./new-id.ts";
export { nodeIdOf, readNodeId, type NodeName } from "./node-id.ts";
export { browserFamilies, deviceTypes, type Origin } from "./origin.ts";
export type { Purpose, PurposeName, PurposeNameOf } from "./purpose.ts";
export { purposeName, purposeNamed, purposeNames, purposes } from "./purpose.ts";
export { isAdministrator, isAtLeast, requireMember, requireRole } from "./roles.ts";
export { openToApps } from "./open-to-apps.ts";
export { ScopeMissing } from "./errors/scope-missing.ts";
export type { Scope, ScopeMeaning } from "./scope.ts";
export {
  isProtectedScope,
  isScope,
  readsAsMember,
  scopeNames,
  scopeObstacle,
  scopes,
} from "./scope.ts";
export { validate } from "./validate.ts";
export { canonicalTimeZone } from "./time-zone/canonical-time-zone.ts";
export { nearestLocale, type Locale } from "./language/nearest-locale.ts";
export { preferredLocale } from "./language/preferred-locale.ts";
export { comparableEmail } from "./email/comparable-email.ts";
export { readEmail } from "./email/read-email.ts";
export { isTimeZone } from "./time-zone/time-zone.ts";
export { day, hour, minute, second } from "./time-units.ts";
export * as input from "./input.ts";
