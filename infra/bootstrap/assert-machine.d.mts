export function assertMachine(machine?: {
  readonly node?: string;
  readonly platform?: string;
  readonly root?: string;
}): void;
export function assertSpace(free?: number): void;
