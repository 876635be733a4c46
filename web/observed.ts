import { useEffect, useState } from 'preact/hooks';

/** A value that screens follow. */
export interface Observed<T> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  /** Calls the listener after every change; gives the way to stop. */
  readonly follow: (listener: () => void) => () => void;
}

/** A followed value that begins as `initial`. */
export function observed<T>(initial: T): Observed<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      listeners.forEach((listener) => listener());
    },
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The value as it is now; the component renders again when it changes. */
export function useObserved<T>(source: Observed<T>): T {
  const [value, setValue] = useState(source.get);
  useEffect(() => {
    setValue(source.get);
    return source.follow(() => setValue(source.get));
  }, [source]);
  return value;
}
