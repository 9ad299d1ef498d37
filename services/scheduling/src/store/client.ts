import type { PrismaClient } from "../generated/prisma/client.ts";

type Models =
  | "schedule"
  | "scheduleWindow"
  | "scheduleTravel"
  | "scheduleOverride"
  | "scheduleOverrideWindow"
  | "absence"
  | "blockedTime"
  | "calendarFeed"
  | "meetingType"
  | "meetingTypeHost"
  | "meetingTypeLimit"
  | "hostLimit"
  | "question"
  | "routingForm"
  | "routingQuestion"
  | "routingRule"
  | "routingCondition"
  | "booking"
  | "series"
  | "seriesGap"
  | "bookingLink"
  | "bookingChange"
  | "bookingNote"
  | "changeReason"
  | "hold"
  | "proposal"
  | "attendee"
  | "answer"
  | "entitlement"
  | "oversight"
  | "discretion"
  | "retentionRule";

/** The part of Prisma that the stores need; its client and its transactions both have it. */
export type Client = Pick<PrismaClient, Models | "$executeRaw" | "$queryRaw">;
