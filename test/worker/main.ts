import decks from '../../.build/test-decks.json';
import { createApp } from '../../worker/app.ts';
import type { Env } from '../../worker/env.ts';

const app = createApp(decks);
const operations = { put: 0, list: 0, get: 0, delete: 0 };

/** The same KV, with its operations counted. */
function counted(namespace: KVNamespace): KVNamespace {
  return new Proxy(namespace, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]): unknown => {
        if (name === 'put' || name === 'list' || name === 'get' || name === 'delete') operations[name] += 1;
        if (name === 'getWithMetadata') operations.get += 1;
        return Reflect.apply(member, target, given);
      };
    },
  });
}

/**
 * The suite shares one learner and names no address: it meets no limit. Browsers do, and whoever names an address, save
 * for those who do at once what learners spread over months, and say so.
 */
function limited({ headers }: Request, env: Env['Bindings']): Env['Bindings'] {
  const isLimited = headers.has('CF-Connecting-IP') && !headers.has('Steppe-Test-Unlimited');
  if (isLimited) return env;
  const { ADDRESS_LIMIT: _address, LEARNER_LIMIT: _learner, ...unlimited } = env;
  return unlimited;
}

/** The Worker under test: every deck of the repository, the sealed fixture deck, and a count of the KV operations. */
export default {
  fetch(request, env, context) {
    if (new URL(request.url).pathname === '/api/test/kv') return Response.json(operations);
    return app.fetch(request, { ...limited(request, env), PROGRESS: counted(env.PROGRESS) }, context);
  },
} satisfies ExportedHandler<Env['Bindings']>;
