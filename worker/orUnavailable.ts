import { Refusal } from './problem.ts';

/** KV refuses now and then: over a quota, or two writes of one key within a second. The client tries again later (503). */
export async function orUnavailable<T>(operation: Promise<T>): Promise<T> {
  try {
    return await operation;
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal('store-unavailable', 'Try again in a minute.', {
      headers: { 'Retry-After': '60' },
      cause,
    });
  }
}
