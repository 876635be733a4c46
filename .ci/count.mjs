// Prints the counts of the last test run. A run that failed before its tests (types, lint, build) counts as one failure.
import { existsSync, readFileSync } from 'node:fs';

const code = Number(process.argv[2] ?? 0);
const path = new URL('../.build/test-results.json', import.meta.url);
const results = existsSync(path)
  ? JSON.parse(readFileSync(path, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 0 };
const failed = code !== 0 && results.numFailedTests === 0 ? 1 : results.numFailedTests;
console.log(`${results.numPassedTests} passed, ${failed} failed`);
