export class Failure extends Error {}
export function assertMachine(machine?: { readonly node: string; readonly platform: string }): void;
