/** What is paid for: requests to the Worker, its CPU time, and the four operations of KV. */
export const METERS = ['requests', 'cpuMs', 'reads', 'writes', 'deletes', 'lists'] as const;
export type Meter = (typeof METERS)[number];

/** An amount of each. */
export type Amounts = Readonly<Record<Meter, number>>;

const MILLION = 1_000_000;

/**
 * The Workers paid plan, in US dollars: developers.cloudflare.com/workers/platform/pricing and
 * developers.cloudflare.com/kv/platform/pricing. Static files cost nothing.
 */
export const PAID = {
  aMonth: 5,
  included: {
    requests: 10 * MILLION,
    cpuMs: 30 * MILLION,
    reads: 10 * MILLION,
    writes: MILLION,
    deletes: MILLION,
    lists: MILLION,
  },
  aMillion: { requests: 0.3, cpuMs: 0.02, reads: 0.5, writes: 5, deletes: 5, lists: 5 },
  storage: { includedGb: 1, aGbMonth: 0.5 },
} as const;

/** The free plan's limits: a day, and in all for storage. CPU time is limited a request (10 ms), not a day. */
export const FREE = {
  aDay: { requests: 100_000, cpuMs: Infinity, reads: 100_000, writes: 1000, deletes: 1000, lists: 1000 },
  storageGb: 1,
} as const satisfies { readonly aDay: Amounts; readonly storageGb: number };

/** What a month costs on the paid plan: the plan itself, and what goes beyond it. */
export function monthUsd(used: Amounts, storedGb: number): number {
  const beyond = METERS.map(
    (meter) => (Math.max(0, used[meter] - PAID.included[meter]) / MILLION) * PAID.aMillion[meter],
  );
  const storage = Math.max(0, storedGb - PAID.storage.includedGb) * PAID.storage.aGbMonth;
  return PAID.aMonth + beyond.reduce((sum, usd) => sum + usd, 0) + storage;
}
