const asksAfterMs = 3_500;

/**
 * Does work that waits for a process. While the work takes long, the process is asked again and again whether it is alive:
 * work that is slow goes on, and work of a process that hangs is aborted.
 */
export async function unlessItHangs<Result>(
  isAlive: () => Promise<boolean>,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const ending = new AbortController();
  const asking = setInterval(() => {
    void isAlive().then((isAlive) => {
      if (!isAlive) ending.abort();
    });
  }, asksAfterMs);
  try {
    return await work(ending.signal);
  } finally {
    clearInterval(asking);
  }
}
