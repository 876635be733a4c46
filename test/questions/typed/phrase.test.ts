import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Glossary } from '../../../questions/glossary.ts';
import { judgePhrase } from '../../../questions/typed/phrase.ts';
import type { PhraseKey } from '../../../questions/typed/phrase.ts';
import { anyText } from './anyText.ts';

const glossary: Glossary = {
  Kazakhstan: { kind: 'place', aliases: ['Republic of Kazakhstan'] },
  Kyrgyzstan: { kind: 'place', aliases: ['Kirghizia'] },
  Tajikistan: { kind: 'place', aliases: [] },
  Armenia: { kind: 'place', aliases: [] },
  Azerbaijan: { kind: 'place', aliases: [] },
  Belarus: { kind: 'place', aliases: [] },
  Russia: { kind: 'place', aliases: ['Russian Federation'] },
  China: { kind: 'place', aliases: ["People's Republic of China", 'PRC'] },
  'United States': { kind: 'place', aliases: ['US', 'U.S.', 'America', 'United States of America'] },
  'European Union': { kind: 'organisation', aliases: ['EU'] },
  'Nur-Sultan': { kind: 'place', aliases: ['Astana'] },
  CSTO: { kind: 'organisation', aliases: ['Csto', 'Collective Security Treaty Organization'] },
  SCO: { kind: 'organisation', aliases: ['Sco', 'Shanghai Cooperation Organisation'] },
  'Kassym-Jomart Tokayev': { kind: 'person', aliases: ['Tokayev'] },
  'Nursultan Nazarbayev': { kind: 'person', aliases: ['Nazarbayev', 'Nursultan'] },
  'Vladimir Putin': { kind: 'person', aliases: ['Putin', 'the Kremlin tenant'] },
  'Xi Jinping': { kind: 'person', aliases: ['Xi'] },
  Chevron: { kind: 'organisation', aliases: [] },
  'Nagorno-Karabakh': { kind: 'place', aliases: [] },
};
const world = { glossary, rivals: [] as string[] };
const bare = { glossary: {}, rivals: [] as string[] };
const judge = (given: string, answer: string, key: Partial<PhraseKey> = {}) =>
  judgePhrase(given, { answer, ...key }, world);

describe('judgePhrase: right', () => {
  it.each([
    ['russia', 'Russia', 'exact'],
    ['  RUSSIA! ', 'Russia', 'exact'],
    ['Russian Federation', 'Russia', 'accepted'],
    ['CSTO', 'Collective Security Treaty Organization', 'accepted'],
    ['c.s.t.o.', 'Csto', 'exact'],
    ['the Collective Security Treaty Organisation', 'CSTO', 'accepted'],
    ['Astana', 'Nur-Sultan', 'accepted'],
    ['nur sultan', 'Nur-Sultan', 'exact'],
    ['Tokayev', 'Kassym-Jomart Tokayev', 'accepted'],
    ['Kremlin tenant', 'Putin', 'accepted'],
    ['CSTO (Collective Security Treaty Organization)', 'CSTO', 'accepted'],
    ['Csto – Collective Security Treaty Organization', 'CSTO', 'accepted'],
    ['it is Russia', 'Russia', 'exact'],
    ["It's Russia, I think", 'Russia', 'exact'],
    ['I think it was the Russian Federation', 'Russia', 'accepted'],
    ['from China', 'China', 'exact'],
    ['the year 2013', '2013', 'exact'],
    ['Putin, Vladimir', 'Vladimir Putin', 'exact'],
    ['corruption and authoritarianism', 'authoritarianism and corruption', 'exact'],
    ['in 2013', '2013', 'exact'],
    ['President Xi Jinping', 'Xi Jinping', 'exact'],
    ['via a phone call', 'phone call', 'exact'],
    ['with a phone call', 'phone call', 'exact'],
    ['during a phone call', 'phone call', 'exact'],
    ['through the phone call', 'phone call', 'exact'],
    ['since independence', 'independence', 'exact'],
    ["CSTO's", 'CSTO', 'exact'],
    ['Putin’s', 'Vladimir Putin', 'accepted'],
    ["it was Putin's", 'Putin', 'exact'],
    ["Kazakhstan's security forces", 'Kazakhstan security forces', 'exact'],
  ])('takes %j for %j (%s)', (given, answer, reason) => {
    expect(judge(given, answer)).toMatchObject({ outcome: 'right', reason, share: 1 });
  });

  it('takes a form that the author accepts, and the names of the entry it names', () => {
    expect(judge('protests', 'unrest', { accept: ['the protests'] })).toMatchObject({
      outcome: 'right',
      reason: 'accepted',
    });
    expect(judge('Astana', 'the capital', { accept: ['Nur-Sultan'] }).outcome).toBe('right');
  });

  it('takes the exact answer, whatever it is', () => {
    const texts = anyText(40).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(texts, (answer) => {
        expect(judgePhrase(answer, { answer }, world).outcome).toBe('right');
        expect(judgePhrase(`${answer} `, { answer }, { glossary, rivals: ['x'] }).share).toBe(1);
      }),
    );
  });
});

describe('judgePhrase: wrong', () => {
  it.each([
    ['China', 'Russia', 'other-entry'],
    ['it is the PRC', 'Russia', 'other-entry'],
    ['not Russia', 'Russia', 'different'],
    ['Russia or China', 'Russia', 'different'],
    ['Russia and China', 'Russia', 'different'],
    ['Russia, China', 'Russia', 'different'],
    ['anyone except Russia', 'Russia', 'different'],
    ['against Russia', 'Russia', 'different'],
    ['I doubt it is Russia', 'Russia', 'different'],
    ["I don't think it is Russia", 'Russia', 'different'],
    ['it is not Russia', 'Russia', 'different'],
    ['Nursultan', 'Nur-Sultan', 'other-entry'],
    ['Organization', 'Collective Security Treaty Organization', 'different'],
    ['in 2014', '2013', 'different'],
    ['the president of Russia', 'Russia', 'different'],
    ["Russia's allies", 'Russia', 'different'],
    ['Russia'.padEnd(201, '!'), 'Russia', 'different'],
    ['\ufdfa'.repeat(23), 'Russia', 'different'],
  ])('refuses %j for %j (%s)', (given, answer, reason) => {
    expect(judge(given, answer)).toMatchObject({ outcome: 'wrong', reason, share: 0 });
  });

  it('says the author’s words about a known confusion, under any of its names and with a slip', () => {
    const reject = [
      { text: 'SCO', because: 'It is led by China.' },
      { text: 'Chevron', because: 'A company.' },
    ];
    for (const given of [
      'sco',
      'Shanghai Cooperation Organization',
      'the SCO',
      'Shanghai Coperation Organisation',
      'Chevrom',
    ]) {
      expect(judge(given, 'CSTO', { reject })).toEqual({
        outcome: 'wrong',
        reason: 'known-confusion',
        share: 0,
        because: given === 'Chevrom' ? 'A company.' : 'It is led by China.',
      });
    }
  });

  it('lets an explicit rejection beat a glossary alias, but not the answer itself', () => {
    const reject = [{ text: 'CSTO', because: 'Give the full name.' }];
    expect(judge('csto', 'Collective Security Treaty Organization', { reject }).because).toBe(
      'Give the full name.',
    );
    expect(judge('CSTO', 'CSTO', { reject }).outcome).toBe('right');
  });

  it('counts a rival as another entry', () => {
    const rivals = ['a defensive alliance', 'an economic union'];
    const verdict = judgePhrase('Economic union', { answer: 'a customs union' }, { glossary: {}, rivals });
    expect(verdict).toMatchObject({ outcome: 'wrong', reason: 'other-entry' });
  });
});

describe('judgePhrase: long texts', () => {
  it('takes 200 characters, and more only where they are the answer itself', () => {
    expect(judge('Russia'.padEnd(200, '!'), 'Russia').outcome).toBe('right');
    expect(judge(`  ${'Russia'.padEnd(200, '!')}  `, 'Russia').outcome).toBe('right');
    expect(judge('x'.repeat(201), 'x'.repeat(201)).outcome).toBe('right');
  });

  it('takes 400 characters once taken apart', () => {
    const ligatures = '\ufdfa'.repeat(22);
    expect(judge(` ${ligatures}?`, ligatures).outcome).toBe('right');
    expect(judge(`${ligatures}${'?'.repeat(5)}`, ligatures).outcome).toBe('wrong');
  });
});

describe('judgePhrase: again', () => {
  it.each(['', '   ', '\n', '?', '…'])('asks again after %j', (given) => {
    expect(judge(given, 'Russia')).toEqual({ outcome: 'again', reason: 'not-given', share: 0 });
  });
});

const typos: [string, string][] = [
  ['Kazahstan', 'Kazakhstan'],
  ['Kazakstan', 'Kazakhstan'],
  ['Kazkahstan', 'Kazakhstan'],
  ['Kirgyzstan', 'Kyrgyzstan'],
  ['Kyrgystan', 'Kyrgyzstan'],
  ['Kyrgyztsan', 'Kyrgyzstan'],
  ['Tadjikistan', 'Tajikistan'],
  ['Tajikstan', 'Tajikistan'],
  ['Azerbaidjan', 'Azerbaijan'],
  ['Azerbijan', 'Azerbaijan'],
  ['Armeina', 'Armenia'],
  ['Belaruss', 'Belarus'],
  ['Rusia', 'Russia'],
  ['Chian', 'China'],
  ['Tokayew', 'Tokayev'],
  ['Tokajev', 'Tokayev'],
  ['Nazarbajev', 'Nazarbayev'],
  ['Nazerbaev', 'Nazarbayev'],
  ['Vladmir Putin', 'Vladimir Putin'],
  ['Colective Security Treaty Organizaton', 'Collective Security Treaty Organization'],
  ['Shangai Cooperation Organization', 'Shanghai Cooperation Organization'],
  ['Nagorno-Karabach', 'Nagorno-Karabakh'],
  ['Nur-Sulatn', 'Nur-Sultan'],
];

const confusable: [string, string][] = [
  ['Iraq', 'Iran'],
  ['Austria', 'Australia'],
  ['SCO', 'CSTO'],
  ['2014', '2013'],
  ['Kyrgyzstan', 'Kazakhstan'],
  ['Tajikistan', 'Kazakhstan'],
  ['Nazarbayev', 'Tokayev'],
  ['Azerbaijan', 'Armenia'],
  ['Uzbekistan', 'Tajikistan'],
  ['SCTO', 'CSTO'],
  ['Prussia', 'Russia'],
  ['Ireland', 'Iceland'],
  ['president of Iraq', 'president of Iran'],
  ['Louis XVII', 'Louis XVIII'],
  ['instability', 'stability'],
  ['exporting gas', 'importing gas'],
  ['asymmetric', 'symmetric'],
  ['intrastate', 'interstate'],
  ['southwest', 'southeast'],
  ['COVID-18', 'COVID-19'],
  ['emigration', 'immigration'],
  ['Nigeria', 'Niger'],
  ['millions', 'billions'],
  ['thousands', 'millions'],
  ['tens of millions', 'tens of billions'],
  ['offensive', 'defensive'],
  ['efficient', 'deficient'],
  ['objection', 'subjection'],
  ['probably', 'probable'],
  ['Prussian', 'Russian'],
];

describe('the typo budget', () => {
  it('takes at least 22 of 23 plausible typos, and shows the right spelling', () => {
    const verdicts = typos.map(([given, answer]) => judge(given, answer));
    const refused = typos.filter((_, i) => verdicts[i]?.outcome !== 'close');
    expect(refused.length, JSON.stringify(refused)).toBeLessThanOrEqual(1);
    expect(judge('it is Kazahstan', 'Kazakhstan')).toEqual({
      outcome: 'close',
      reason: 'spelling',
      share: 1,
      expected: 'Kazakhstan',
    });
  });

  it.each(confusable)('refuses %j for %j, with and without a glossary that lists it', (given, answer) => {
    expect(judge(given, answer).outcome).toBe('wrong');
    expect(judgePhrase(given, { answer }, bare).outcome).toBe('wrong');
    expect(judgePhrase(answer, { answer: given }, bare).outcome).toBe('wrong');
  });

  it('forgives a slip in a word that is an entry of its own', () => {
    const entries = { glossary: { ...glossary, Shanghai: { kind: 'place', aliases: [] } }, rivals: [] };
    const key = { answer: 'Shanghai Cooperation Organization' };
    expect(judgePhrase('Shangai Cooperation Organization', key, entries).outcome).toBe('close');
  });

  it('sees the same word with another ending as a slip', () => {
    expect(judgePhrase('Russian', { answer: 'Russia' }, bare).outcome).toBe('close');
    expect(judgePhrase('emigrant', { answer: 'emigrants' }, bare).outcome).toBe('close');
  });

  it('refuses what is as near to another entry or rival', () => {
    const rivals = ['Torkan'];
    expect(judgePhrase('Tarkan', { answer: 'Tarkant' }, { glossary: {}, rivals }).outcome).toBe('wrong');
    expect(judgePhrase('Tarkan', { answer: 'Tarkant' }, bare).outcome).toBe('close');
    expect(
      judgePhrase('the river Irtes', { answer: 'the river Irtesh' }, { glossary: {}, rivals: ['Irtek'] })
        .outcome,
    ).toBe('wrong');
    const irtek = { glossary: {}, rivals: ['the river Irtek'] };
    expect(judgePhrase('the river Irtes', { answer: 'the river Irtesh' }, irtek).outcome).toBe('wrong');
    expect(judgePhrase('the river Irtesch', { answer: 'the river Irtesh' }, irtek).outcome).toBe('close');
  });
});

describe('judgePhrase on hostile input', () => {
  it('never throws, and keeps the share within 0 and 1', () => {
    fc.assert(
      fc.property(anyText(1000), fc.string({ maxLength: 30 }), (given, answer) => {
        const { share } = judgePhrase(
          given,
          { answer, accept: ['Russia'], reject: [{ text: 'Chna', because: '-' }] },
          world,
        );
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  it('judges 10,000 characters within two seconds of processor time', () => {
    const started = process.cpuUsage();
    for (const unit of ['a', ' ', 'it ', '.', 'the ', '́', ' or ', '+', 'is ', '1.', '&', "'"]) {
      judge(unit.repeat(10_000 / unit.length), 'Russia');
      judgePhrase(`${'a'.repeat(9_999)}b`, { answer: 'a'.repeat(10_000) }, world);
    }
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
  }, 30_000);
});
