import type { Withheld } from "@tidbok/client";
import { createContext, useContext, type ReactNode } from "react";

const context = createContext<readonly Withheld[]>([]);

type WithheldProviderProps = {
  readonly withheld: readonly Withheld[] | undefined;
  readonly children?: ReactNode;
};

/** Gives what is drawn from one answer what was withheld from that answer. */
export function WithheldProvider({ withheld = [], children }: WithheldProviderProps) {
  return <context.Provider value={withheld}>{children}</context.Provider>;
}

/** What the answer says of a field, such as `Attendee.email`; undefined when nothing of it was withheld. */
export function useWithheld(coordinate: string): Withheld | undefined {
  return useContext(context).find((each) => each.coordinate === coordinate);
}
