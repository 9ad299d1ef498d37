import { hash, verify } from "@node-rs/argon2";

/** Hashes and checks passwords. */
export type Passwords = {
  hash(password: string): Promise<string>;
  /** False for a wrong password and for no hash at all, after the same work. */
  matches(hash: string | null, password: string): Promise<boolean>;
};

// OWASP's second profile: 19 MiB, two passes, one lane. 2 is Argon2id; the library's enum exists for compilers only.
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Waits for a turn at the processor: the semaphore of packages/service, of which this adapter needs one line. */
export type PasswordTurns = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

/** Argon2id, a few hashes at once: a flood of log-ins waits and leaves the thread pool and the memory to other requests. */
export async function createPasswords(turns: PasswordTurns): Promise<Passwords> {
  // An unknown address must cost what a known one does.
  const unknownHash = await hash(crypto.randomUUID(), options);
  return {
    hash: (password) => turns("password", () => hash(password, options)),
    matches: (stored, password) =>
      turns(
        "password",
        async () => (await verify(stored ?? unknownHash, password)) && stored !== null,
      ),
  };
}
