import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, defineConfig, type Plugin, type Rolldown, type UserConfig } from 'vite';

const ROOT = fileURLToPath(new URL('.', import.meta.url));

/** Builds the service worker as one script of a fixed name, with the list of what this build made written into it. */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle: {
      // Last, so that index.html is in the bundle and all names are final.
      order: 'post',
      async handler(_options, bundle) {
        const hash = createHash('sha256');
        const made = Object.values(bundle).toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1));
        for (const file of made)
          hash.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source);
        // _headers is no file of the site, but the page is kept with the headers that it sets.
        const copied = readdirSync(join(ROOT, 'public')).toSorted();
        for (const name of copied) hash.update(name).update(readFileSync(join(ROOT, 'public', name)));
        const entry = made.find((file) => file.type === 'chunk' && file.isEntry);
        if (entry === undefined) this.error('Inconsistent: the app has no entry.');
        const shell = {
          version: hash.digest('hex').slice(0, 16),
          entry: `/${entry.fileName}`,
          files: [...made.filter(isForAll).map(({ fileName }) => fileName), ...copied]
            .filter((name) => name !== 'index.html' && name !== '_headers' && !name.startsWith('embed'))
            .map((name) => `/${name}`),
        };
        const define = { SHELL: JSON.stringify(shell) };
        this.emitFile({
          type: 'asset',
          fileName: 'service-worker.js',
          source: await oneScript('serviceWorker/main.ts', 'iife', define),
        });
      },
    },
  };
}

/** What is larger than this (bytes) only authors need: the drafter's words, readers of other formats. It is fetched when it is used. */
const FOR_ALL_MAX = 200_000;

function isForAll(file: Rolldown.OutputAsset | Rolldown.OutputChunk): boolean {
  const content = file.type === 'chunk' ? file.code : file.source;
  return content.length <= FOR_ALL_MAX;
}

/** The code of a script that imports no file of the site, with these names defined in it. */
async function oneScript(
  entry: string,
  format: 'iife' | 'es',
  define: Record<string, string> = {},
): Promise<string> {
  const built = await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define,
    plugins: [noPreloadHelper()],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: join(ROOT, entry),
        output: { format },
        // What a lazily loaded script gives to the one that loads it.
        preserveEntrySignatures: 'strict',
      },
    },
  });
  const [script, ...others] = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  if (script?.type !== 'chunk' || others.length > 0)
    throw new Error(`Inconsistent: ${entry} is not one script.`);
  return script.code;
}

/** Builds what host pages load: scripts of fixed names, each whole by itself. */
function embedLoader(): Plugin {
  return {
    name: 'embed-loader',
    apply: 'build',
    async generateBundle() {
      const [loader, highlight] = await Promise.all([
        oneScript('embed/loader/main.ts', 'iife'),
        oneScript('embed/loader/highlight.ts', 'es'),
      ]);
      this.emitFile({ type: 'asset', fileName: 'embed.js', source: loader });
      this.emitFile({ type: 'asset', fileName: 'embed-highlight.js', source: highlight });
    },
  };
}

/**
 * Vite wraps every lazy import in a helper (1.3 KB gz) that preloads what the chunk needs. Ours need nothing of their own, and
 * no option leaves it out.
 */
function noPreloadHelper(): Plugin {
  return {
    name: 'no-preload-helper',
    enforce: 'pre',
    load: (id) =>
      id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null,
  };
}

const PAGE = {
  root: ROOT,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    // What a bundler takes for browsers sets innerHTML, and a thread has no document.
    alias: {
      'decode-named-character-reference': fileURLToPath(
        import.meta.resolve('decode-named-character-reference'),
      ),
    },
  },
  build: {
    outDir: 'dist',
    target: 'es2022',
    // No polyfill: the few lazy chunks have nothing of their own to preload.
    modulePreload: false,
    // A data: URL in a style or script would need a wider content security policy.
    assetsInlineLimit: 0,
  },
} satisfies UserConfig;

/** The modules that parse something before a frame's first question. One that is missing here costs bytes, nothing else. */
const PARSE_FIRST = /\/(?:deckClient|deckSchema|frameHost|ids|keyFormat|opened|standing|viewSchema)\.ts$/;

/**
 * Gives all other modules a copy of valibot of their own: what of a package is used anywhere lies in one chunk, and the first question
 * would load every parser's parts (2 KB gz).
 */
function parserForLater(): Plugin {
  return {
    name: 'parser-for-later',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source !== 'valibot' || importer === undefined || PARSE_FIRST.test(importer)) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found === null ? null : `${found.id}?later`;
    },
  };
}

/**
 * Builds a quiz's frame after the app and apart from it: in one build the two would share chunks, and a frame would load what the
 * app alone needs. So the app's service worker does not keep it either.
 */
function embedFrame(): Plugin {
  return {
    name: 'embed-frame',
    apply: 'build',
    async closeBundle() {
      await build({
        ...PAGE,
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        plugins: [noPreloadHelper(), parserForLater()],
        build: {
          ...PAGE.build,
          emptyOutDir: false,
          assetsDir: 'assets/embed',
          rolldownOptions: {
            input: join(ROOT, 'embed.html'),
            output: { codeSplitting: { groups: [{ name: 'frame', tags: ['$initial'] }] } },
          },
        },
      });
    },
  };
}

export default defineConfig({
  ...PAGE,
  plugins: [noPreloadHelper(), embedLoader(), serviceWorker(), embedFrame()],
  build: { ...PAGE.build, emptyOutDir: true },
});
