import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { covers, EmbedHostSchema, isAnybodys } from '../../questions/embedHost.ts';

const isHost = (text: string) => v.is(EmbedHostSchema, text);

describe('a site that may show a deck', () => {
  it.each([
    'https://course.example.org',
    'https://*.example.edu',
    'https://example.org:8443',
    'https://moodle',
    'https://xn--hxajbheg2az3al.xn--jxalpdlp',
    'https://3d.example',
    'https://localhost:3000',
    'http://localhost',
    'http://localhost:8000',
    'http://127.0.0.1:65535',
  ])('is %s', (text) => {
    expect(isHost(text)).toBe(true);
  });

  it.each([
    ['*', 'everybody'],
    ['https://*', 'everybody'],
    ['https:', 'everybody with this scheme'],
    ['', 'nothing'],
    ['course.example.org', 'no scheme'],
    ['http://course.example.org', 'a scheme that anybody on the way can change'],
    ['http://localhost.example.org', 'a name that only begins like this machine’s'],
    ['http://*.localhost', 'http for more than this machine'],
    ['ws://localhost', 'another scheme'],
    ['javascript:alert(1)', 'no origin'],
    ['data:text/html,x', 'no origin'],
    ['https://course.example.org/', 'a path'],
    ['https://course.example.org/wiki', 'a path'],
    ['https://course.example.org?a=b', 'a query'],
    ['https://course.example.org#a', 'a fragment'],
    ['https://teacher@course.example.org', 'a user'],
    ['https://Course.example.org', 'a capital'],
    ['HTTPS://course.example.org', 'a capital'],
    ['https://kurs.münchen.example', 'letters that a header does not carry'],
    ['https://course.example.org.', 'a dot at the end'],
    ['https://course..example.org', 'an empty label'],
    ['https://-course.example.org', 'a label that begins with a hyphen'],
    ['https://course_1.example.org', 'an underscore'],
    [`https://${'a'.repeat(64)}.example.org`, 'a label of 64 characters'],
    [`https://${'a.'.repeat(140)}org`, 'a name that is too long'],
    ['https://a.*.example.org', 'a star within'],
    ['https://*example.org', 'a star in a label'],
    ['https://*.*.example.org', 'two stars'],
    ['https://192.0.2.7', 'an address, which browsers do not take there'],
    ['https://[2001:db8::1]', 'an address'],
    ['https://course.example.org:*', 'any port'],
    ['https://course.example.org:0', 'no port'],
    ['https://course.example.org:65536', 'no port'],
    ['https://course.example.org:', 'an empty port'],
    ["https://course.example.org; script-src 'unsafe-inline'", 'a second directive'],
    ['https://course.example.org https://other.example', 'two sites'],
    ['https://course.example.org, https://other.example', 'two sites'],
    ['https://course.example.org\r\nSet-Cookie: a=b', 'a second header'],
    ['https://course.example.org\n', 'a line break'],
    [' https://course.example.org', 'a space'],
    ["'self'", 'a word of CSP'],
    ["'none'", 'a word of CSP'],
  ])('is not %j: %s', (text) => {
    expect(isHost(text)).toBe(false);
  });
});

it.each([
  ['https://*.edu', false],
  ['https://*.example.edu', false],
  ['https://course.example.org', false],
  ['https://*.ac.uk', false],
  ['https://*.example.co.uk', false],
  ['https://*.school.github.io', false],
  ['https://github.io', false],
  ['https://*.com', true],
  ['https://*.com:8443', true],
  ['https://*.co.uk', true],
  ['https://*.github.io', true],
  ['https://*.educom', true],
])('whether anybody may have a page at %s: %s', (host, expected) => {
  expect(isAnybodys(host)).toBe(expected);
});

it.each([
  ['https://a.example', 'https://a.example', true],
  ['https://a.example:443', 'https://a.example', true],
  ['https://*.example', 'https://a.example', true],
  ['https://*.example', 'https://*.a.example', true],
  ['https://*.example.org', 'https://example.org', false],
  ['https://*.example.org', 'https://anexample.org', false],
  ['https://a.example', 'https://*.a.example', false],
  ['https://*.example', 'https://a.example:8443', false],
  ['http://localhost', 'https://localhost', false],
  ['http://localhost:80', 'http://localhost', true],
])('%s covers %s: %s', (wide, host, expected) => {
  expect(covers(wide, host)).toBe(expected);
});
