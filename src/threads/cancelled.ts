/** Waits for the caller to cancel. */
export interface Cancelled {
  /** Rejects with the caller's reason; never resolves. */
  readonly promise: Promise<never>;
  /** Waits no longer. */
  forget(): void;
}

export function cancelledBy(signal: AbortSignal | undefined): Cancelled {
  const { promise, reject } = Promise.withResolvers<never>();
  const cancel = (): void => reject(signal?.reason);
  signal?.addEventListener('abort', cancel);
  // Nobody may be waiting when it happens.
  promise.catch(() => undefined);
  return { promise, forget: () => signal?.removeEventListener('abort', cancel) };
}
