import type { DeliveryKind, DeliveryState, Recipient } from "./deliveries/domain/delivery.ts";

/** The domain's type of each enum of the SDL. */
export type Enums = {
  DeliveryKind: DeliveryKind;
  DeliveryState: DeliveryState;
  RecipientKind: Recipient["kind"];
};
