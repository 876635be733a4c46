import { expect, test } from 'vitest';
import { propertiesOf } from '../../../web/embed/frameStyle.ts';

const set = (style: Record<string, string>, supports = () => true) =>
  Object.fromEntries(propertiesOf(style, supports));

test('each name sets its own property, font and reading-font those of the two faces', () => {
  expect(
    set({
      accent: 'rgb(10 20 30 / 50%)',
      paper: ' #fff ',
      radius: '0.5rem',
      gap: '0',
      font: '"Fira Sans", sans-serif',
      'reading-font': 'Georgia',
    }),
  ).toEqual({
    '--accent': 'rgb(10 20 30 / 50%)',
    '--paper': '#fff',
    '--radius': '0.5rem',
    '--gap': '0',
    '--sans': '"Fira Sans", sans-serif',
    '--serif': 'Georgia',
  });
});

test.each([
  ['accent', 'url(https://elsewhere.example/a)'],
  ['accent', 'var(--secret)'],
  ['accent', 'env(x)'],
  ['accent', 'image-set("a.png" 1x)'],
  ['accent', 'red; background: blue'],
  ['accent', 'red}'],
  ['accent', 'inherit'],
  ['accent', `#${'f'.repeat(400)}`],
  ['accent', ''],
  ['radius', '-1px'],
  ['radius', '400px'],
  ['radius', 'calc(1px + 1px)'],
  ['gap', '50%'],
  ['gap', '10'],
  ['font', 'a, url(x)'],
  ['font', 'a; b'],
  ['font', 'unset'],
  ['font', 'x'.repeat(201)],
  ['unknown', 'red'],
  ['__proto__', 'red'],
])('%s does not become %j', (name, value) => {
  expect(set({ [name]: value })).toEqual({});
});

test('what the browser does not take for a colour or a face is left out', () => {
  expect(set({ accent: 'nearly-red', font: 'Arial' }, () => false)).toEqual({});
});
