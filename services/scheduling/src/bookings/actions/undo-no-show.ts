import type { Context } from "../../context.ts";
import type { Booking } from "../domain/booking.ts";
import { writeNoShow } from "./steps/write-no-show.ts";

export function undoNoShow(context: Context, given: unknown): Promise<Booking> {
  return writeNoShow(context, { given, isNoShow: false });
}
