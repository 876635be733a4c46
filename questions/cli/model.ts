import type { AskModel } from '../draft/model/secondDrafter.ts';
import { saidIn } from '../draft/model/said.ts';

const PATIENCE_MS = 120_000;

/** Where a language model is found: the server's base address, as `https://HOST/v1`, the model's name, and its key if it wants one. */
export interface ModelPlace {
  readonly url: string;
  readonly model: string;
  readonly key?: string;
}

/** The place that `STEPPE_MODEL_URL`, `STEPPE_MODEL` and `STEPPE_MODEL_KEY` name. Throws, naming what is missing. */
export function modelPlaceIn(environment: Readonly<Record<string, string | undefined>>): ModelPlace {
  const { STEPPE_MODEL_URL: url, STEPPE_MODEL: model, STEPPE_MODEL_KEY: key } = environment;
  if (url === undefined || !URL.canParse(url))
    throw new Error('--model needs STEPPE_MODEL_URL, the base address of an OpenAI-compatible server');
  if (model === undefined || model === '')
    throw new Error('--model needs STEPPE_MODEL, the name of the model');
  return { url, model, ...(key === undefined || key === '' ? {} : { key }) };
}

/** Asks an OpenAI-compatible server (POST …/chat/completions). Rejects, without its answer's text, where it does not answer as such. */
export function askOpenAi({ url, model, key }: ModelPlace): AskModel {
  return async (messages) => {
    const response = await fetch(`${url.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ model, messages, temperature: 0 }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new Error(`The language model answered ${response.status}.`);
    const said = saidIn(await response.json());
    if (said === undefined) throw new Error('The language model’s answer has no text in it.');
    return said;
  };
}
