import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askOpenAi, modelPlaceIn } from '../../../questions/cli/model.ts';

const heard: { path: string | undefined; authorization: string | undefined; body: string }[] = [];
let answer = { status: 200, body: '' };
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (part) => (body += String(part)));
  request.on('end', () => {
    heard.push({ path: request.url, authorization: request.headers.authorization, body });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
});
let url = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterAll(() => server.close());

const MESSAGES = [{ role: 'user', content: 'The document.' }] as const;

test('a model is asked with its key, and what it said comes back', async () => {
  answer = {
    status: 200,
    body: JSON.stringify({ choices: [{ message: { role: 'assistant', content: '{}' } }] }),
  };
  expect(await askOpenAi({ url, model: 'small', key: 'secret' })(MESSAGES)).toBe('{}');
  const last = heard.at(-1);
  expect(last).toMatchObject({ path: '/v1/chat/completions', authorization: 'Bearer secret' });
  expect(JSON.parse(last?.body ?? '')).toEqual({ model: 'small', messages: MESSAGES, temperature: 0 });
});

test('a refusal and an answer of another shape are told without their text', async () => {
  const ask = askOpenAi({ url: `${url}/`, model: 'small' });
  answer = { status: 401, body: '{"error": "key sk-1 is wrong"}' };
  await expect(ask(MESSAGES)).rejects.toThrow('The language model answered 401.');
  expect(heard.at(-1)?.authorization).toBeUndefined();
  answer = { status: 200, body: '{"choices": []}' };
  await expect(ask(MESSAGES)).rejects.toThrow('The language model’s answer has no text in it.');
});

test.each([
  [{}, 'STEPPE_MODEL_URL'],
  [{ STEPPE_MODEL_URL: 'here' }, 'STEPPE_MODEL_URL'],
  [{ STEPPE_MODEL_URL: 'https://models.example/v1' }, 'STEPPE_MODEL,'],
])('what is missing is named: %j', (environment, named) => {
  expect(() => modelPlaceIn(environment)).toThrow(named);
});
