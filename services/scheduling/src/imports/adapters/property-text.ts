import type ICAL from "ical.js";

/** The texts of a property's values as they are parsed: the library throws for values that it cannot convert. */
export function valuesOf(property: ICAL.Property): readonly string[] {
  const [, , , ...values] = property.toJSON() as readonly unknown[];
  return values.flatMap((value) => String(value).split(","));
}

/** The texts of all properties of a name; a list in one property and several properties are the same. */
export function textsOf(component: ICAL.Component, name: string): readonly string[] {
  return component.getAllProperties(name).flatMap(valuesOf);
}

/** The whole text of the first property of that name; empty where the component has no such property. */
export function textOf(component: ICAL.Component, name: string): string {
  const property = component.getFirstProperty(name);
  return property ? valuesOf(property).join().trim() : "";
}
