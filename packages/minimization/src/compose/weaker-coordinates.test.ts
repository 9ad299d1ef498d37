import { expect, test } from "vitest";
import { dataMap, type DataCategory } from "../data-map.ts";
import { coordinatesOf } from "./coordinates-of.ts";
import { weakerCoordinates } from "./weaker-coordinates.ts";

const promised = { "Attendee.email": "ATTENDEE_EMAIL" };
const found = (category: DataCategory | null) =>
  weakerCoordinates(promised, { dataMap, coordinates: new Map([["Attendee.email", category]]) });

test("a coordinate that is declassified, or classified as what protects less, is weaker", () => {
  expect(found(null)).toEqual([
    { coordinate: "Attendee.email", points: ["it is no ATTENDEE_EMAIL any more"] },
  ]);
  const [weaker] = found("HOST_NAME");
  expect(weaker?.points).toContain("as HOST_NAME, anonymous gets reveal instead of hide");
});

test("a coordinate that is the same, stricter or gone is not weaker", () => {
  expect(found("ATTENDEE_EMAIL")).toEqual([]);
  expect(found("MANAGE_LINK")).toEqual([]);
  expect(weakerCoordinates(promised, { dataMap, coordinates: new Map() })).toEqual([]);
});

test("reads the class of each field, argument and input field of a supergraph", () => {
  const sdl = `
    type Attendee @subject(kind: ATTENDEE, id: "id") {
      id: ID! @nonPersonal(reason: "x")
      email(hint: String @personalData(category: ATTENDEE_NAME)): String @personalData(category: ATTENDEE_EMAIL)
    }
    input Guest { email: String @personalData(category: ATTENDEE_EMAIL) }`;
  expect(Object.fromEntries(coordinatesOf(sdl))).toEqual({
    "Attendee.email": "ATTENDEE_EMAIL",
    "Attendee.email(hint:)": "ATTENDEE_NAME",
    "Attendee.id": null,
    "Guest.email": "ATTENDEE_EMAIL",
  });
});
