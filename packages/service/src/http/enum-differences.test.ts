import { expectTypeOf, test } from "vitest";
import type { EnumDifferences, Same } from "./enum-differences.ts";

type Sdl = { readonly Kind: "MADE" | "MOVED"; readonly Side: "HOST" };

test("enums of the SDL and of the domain with the same values differ in nothing", () => {
  type Domain = { readonly Kind: "MOVED" | "MADE"; readonly Side: "HOST" };
  expectTypeOf<EnumDifferences<Sdl, Domain>>().toEqualTypeOf<never>();
});

test("a value or an enum that one of them lacks is named, and does not pass the type check", () => {
  type Domain = { readonly Kind: "MADE" | "MOVED" | "CANCELLED"; readonly State: "SENT" };
  expectTypeOf<EnumDifferences<Sdl, Domain>>().toEqualTypeOf<"Kind.CANCELLED" | "Side" | "State">();
  // @ts-expect-error the SDL does not name each value of the domain
  expectTypeOf<Same<EnumDifferences<Sdl, Domain>>>();
});
