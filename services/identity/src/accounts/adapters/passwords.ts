import { hash, verify } from "@node-rs/argon2";
import { DomainError } from "@tidbok/domain";

/** More passwords wait to be checked than can be in time. */
export class TooManyPasswords extends DomainError {
  constructor() {
    super("SERVICE_UNAVAILABLE", "The service is busy. Try again in a moment.");
  }
}

/** Hashes and checks passwords. */
export type Passwords = {
  hash(password: string): Promise<string>;
  /** False for a wrong password and for no hash at all, after the same work. */
  matches(hash: string | null, password: string): Promise<boolean>;
};

// OWASP's second profile: 19 MiB, two passes, one lane. 2 is Argon2id, whose enum exists for compilers only.
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Argon2id behind a gate: a flood of log-ins queues here and leaves the thread pool and the memory to
 * everybody else.
 */
export async function createPasswords({
  atOnce = 2,
  waitingAtMost = 100,
}: { atOnce?: number; waitingAtMost?: number } = {}): Promise<Passwords> {
  const gate = createGate(atOnce, waitingAtMost);
  // An unknown address must cost what a known one does.
  const nobody = await hash(crypto.randomUUID(), options);
  return {
    hash: (password) => gate(() => hash(password, options)),
    matches: (stored, password) =>
      gate(async () => (await verify(stored ?? nobody, password)) && stored !== null),
  };
}

function createGate(
  width: number,
  waitingAtMost: number,
): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let free = width;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    // Two seconds of work stand in line. Who came later would be answered after having given up.
    else if (waiting.length >= waitingAtMost) throw new TooManyPasswords();
    else await new Promise<void>((enter) => waiting.push(enter));
    try {
      return await work();
    } finally {
      // The place goes to the next in line without becoming free in between.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
