import { PlainFailure } from "../plain-failure.ts";
import { isBusy } from "../ports.ts";
import { portNames, portVariable, type Ports } from "./settings.ts";

/** Refuses to start, before anything is started, when another program uses one of our ports. */
export async function assertFreePorts(ports: Ports): Promise<void> {
  const busy: string[] = [];
  for (const name of portNames) {
    if (await isBusy(ports[name])) busy.push(`${ports[name]} (${name}, ${portVariable(name)})`);
  }
  if (busy.length === 0) return;
  const [these, them] = busy.length === 1 ? ["Port", "it"] : ["Ports", "them"];
  throw new PlainFailure(
    `${these} in use by another program: ${busy.join(", ")}. Stop what uses ${them} (lsof -i :PORT tells), or set the variable to another port.`,
  );
}
