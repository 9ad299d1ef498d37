import { comparableEmail } from "@tidbok/domain";
import type ICAL from "ical.js";
import { valuesOf } from "./property-text.ts";

/** A person of an event. */
export type CalendarPerson = { readonly name: string; readonly email: string };

/**
 * The people that attend an event beside its host, the first required one first, because that one booked. The host is
 * the organizer and `own`, comparable addresses. Left out are rooms, resources and groups, people that declined
 * or delegated, and people that only get a copy (NON-PARTICIPANT).
 */
export function peopleOf(
  event: ICAL.Component,
  {
    own,
    organizer,
  }: { readonly own: ReadonlySet<string>; readonly organizer: ICAL.Property | null },
): readonly CalendarPerson[] {
  const hostEmail = organizer && comparableEmailOf(organizer);
  const people = event.getAllProperties("attendee").filter((attendee) => {
    const email = comparableEmailOf(attendee);
    const isHost = valueOf(attendee) === (organizer && valueOf(organizer)) || email === hostEmail;
    return email !== null && !isHost && !own.has(email) && isAttending(attendee);
  });
  const isOptional = (attendee: ICAL.Property) => parameter(attendee, "role") === "OPT-PARTICIPANT";
  const required = people.filter((each) => !isOptional(each));
  const inOrder = [...required.slice(0, 1), ...people.filter((each) => each !== required[0])];
  const known = new Set<string>();
  return inOrder.flatMap((attendee) => {
    const email = emailOf(attendee) ?? "";
    const comparable = comparableEmail(email);
    if (known.has(comparable)) return [];
    known.add(comparable);
    return [{ email, name: nameOf(attendee) || email }];
  });
}

const notPeople = new Set(["RESOURCE", "ROOM", "GROUP"]);

function isAttending(attendee: ICAL.Property): boolean {
  const isGone = ["DECLINED", "DELEGATED"].includes(parameter(attendee, "partstat"));
  const isReplaced = Boolean(attendee.getFirstParameter("delegated-to"));
  const isPerson = !notPeople.has(parameter(attendee, "cutype"));
  return isPerson && !isGone && !isReplaced && parameter(attendee, "role") !== "NON-PARTICIPANT";
}

/** A parameter that is a word, in capitals; empty where the property does not have it. */
function parameter(property: ICAL.Property, name: string): string {
  return String(property.getFirstParameter(name) || "").toUpperCase();
}

function valueOf(property: ICAL.Property): string {
  return valuesOf(property).join().trim();
}

/** Some programs escape names as if they were values (RFC 5545 3.3.11), and break them. */
function nameOf(attendee: ICAL.Property): string {
  const name = attendee.getFirstParameter("cn") || "";
  return name
    .replace(/\\n/gi, " ")
    .replace(/\\([\\,;])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** The EMAIL parameter (RFC 7986 6.2), else the address of a mailto (RFC 6068), else a bare or CN's address. */
function emailOf(property: ICAL.Property): string | null {
  const given = property.getFirstParameter("email");
  const value = valueOf(property);
  const [, mailto] = /^mailto:([^?]*)/i.exec(value) ?? [];
  const isBare = /^[^\s:/@]+@[^\s:/@]+$/;
  const bare = [value, property.getFirstParameter("cn") || ""].find((text) => isBare.test(text));
  const email = (given || (mailto === undefined ? bare : decoded(mailto)))?.trim();
  return email ? email.replace(/^mailto:/i, "").replace(/^<(.*)>$/, "$1") : null;
}

function comparableEmailOf(property: ICAL.Property): string | null {
  const email = emailOf(property);
  return email === null ? null : comparableEmail(email);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
