import { askedFor } from '../asking/askedFor.ts';
import { clozeForm } from '../asking/clozeForm.ts';
import { foundFact } from '../asking/foundFact.ts';
import { shortForm } from '../asking/shortForm.ts';
import { whQuestion, type WhQuestion } from '../asking/whQuestion.ts';
import { resolved } from '../clause/antecedent.ts';
import { clausesOf, type Clause } from '../clause/clause.ts';
import { capitalised, midSentence } from '../clause/midSentence.ts';
import { bare, hasName, headOf, nameAtEnd, phraseAt } from '../clause/phrase.ts';
import { textOf, wordCount, type Span } from '../clause/span.ts';
import type { Finder, FoundFact, Surroundings } from '../finder.ts';
import { TITLE } from '../nameKind.ts';
import type { Sentence } from '../sentence.ts';
import { appositionsIn } from './apposition.ts';
import { officeIn } from './office.ts';

/** Offices that one person holds at a time; a calling such as “chemist” is none. */
const OFFICE =
  /^(?:president|vice-president|chancellor|king|queen|emperor|empress|tsar|sultan|minister|premier|secretary|governor|mayor|pope|chairman|chairwoman|director|leader)$/;

/** Who holds an office, who leads, founded or made something: "Who was the president of …?", "By whom was … founded?". */
export const role: Finder = (sentence, surroundings) => [
  ...personFacts(sentence, surroundings),
  ...doerFacts(sentence, surroundings),
  ...officeFacts(sentence, surroundings),
  ...appositionFacts(sentence, surroundings),
  ...clausesOf(sentence).flatMap((clause) => [
    ...agentFact(sentence, surroundings, clause),
    ...reducedAgentFact(sentence, surroundings, clause),
  ]),
];

/** "the Kazakh president Kassym-Jomart Tokayev". */
function officeFacts(sentence: Sentence, surroundings: Surroundings): readonly FoundFact[] {
  const { words } = sentence;
  return words.flatMap((word, at) => {
    if (word.pos !== 'NOUN' || !OFFICE.test(word.text.toLowerCase()) || words[at + 1]?.pos !== 'PROPN')
      return [];
    let from = at;
    while (
      from > 0 &&
      words[from]?.pos !== 'DET' &&
      /^(?:ADJ|PROPN|NOUN|DET)$/.test(words[from - 1]?.pos ?? '')
    )
      from -= 1;
    const name = nameFrom(sentence, at + 1);
    const found = officeIn(sentence, { from, to: name.to });
    if (found === undefined || found.office.to - found.office.from < 2) return [];
    const title = textOf(sentence, found.office);
    const who = textOf(sentence, name);
    const when = datesOf(sentence) ? '' : ' when the text was written';
    return foundFact(
      {
        reason: 'role',
        answers: [name],
        answerType: 'person',
        confidence: 0.95,
        forms: [
          when === ''
            ? undefined
            : shortForm(
                { id: 'who', asked: asking(`who was the ${title}${when}?`), answer: who, confidence: 0.9 },
                surroundings.standingOf(sentence),
              ),
        ],
      },
      sentence,
      surroundings,
    ).concat(
      foundFact(
        {
          reason: 'role',
          answers: [found.office],
          answerType: 'phrase',
          confidence: 0.9,
          forms: [
            shortForm(
              {
                id: 'office',
                asked: asking(`which office did ${who} hold${when}?`),
                answer: title,
                accept: [textOf(sentence, { from: at, to: at + 1 })],
                confidence: 0.8,
              },
              surroundings.standingOf(sentence),
            ),
          ],
        },
        sentence,
        surroundings,
      ),
    );
  });
}

function nameFrom(sentence: Sentence, from: number): Span {
  let to = from + 1;
  for (let next = to + 1; next <= Math.min(sentence.words.length, from + 7); next += 1)
    if (nameAtEnd(sentence, { from, to: next })?.from === from) to = next;
  return { from, to };
}

/** A sentence that tells its time speaks of another time than the text's own. */
function datesOf({ text }: Sentence): boolean {
  return /\b1\d{3}\b|\b20\d\d\b|\bcentury\b/.test(text);
}

function asking(prompt: string): WhQuestion {
  return { prompt: capitalised(prompt), fluency: wordCount(prompt) > 18 ? 0.85 : 1 };
}

/** Persons by their full name, wherever they stand. */
function personFacts(sentence: Sentence, surroundings: Surroundings): readonly FoundFact[] {
  const { words } = sentence;
  return words.flatMap((word, at) => {
    if (word.pos !== 'PROPN' || words[at - 1]?.pos === 'PROPN') return [];
    const name = nameFrom(sentence, at);
    const asked = askedFor(sentence, name, surroundings);
    if (asked.type !== 'person' || !textOf(sentence, name).includes(' ')) return [];
    return foundFact(
      {
        reason: 'role',
        answers: [name],
        answerType: 'person',
        confidence: 0.75,
        forms: [clozeForm('who-cloze', [{ span: name, shows: 'person' }], sentence, surroundings, 0.6)],
      },
      sentence,
      surroundings,
    );
  });
}

/** "driven by the Coriolis force", by the way. */
function doerFacts(sentence: Sentence, surroundings: Surroundings): readonly FoundFact[] {
  const { words } = sentence;
  return words.flatMap((word, at) => {
    const deed = words[at - 1];
    if (word.text !== 'by' || deed?.pos !== 'VERB' || !/(?:ed|en|wn|ght|de|ld|nt)$/.test(deed.text))
      return [];
    const doer = phraseAt(words, at + 1);
    if (doer === undefined || words[doer.from]?.pos === 'PRON' || words[doer.from]?.pos === 'NUM') return [];
    const answer = bare(words, doer);
    if (answer.to - answer.from < 2 || words[doer.to]?.pos === 'CCONJ') return [];
    const asked = askedFor(sentence, doer, surroundings);
    return foundFact(
      {
        reason: 'role',
        answers: [answer],
        answerType: asked.type,
        confidence: 0.8,
        forms: [
          clozeForm('by-whom-cloze', [{ span: answer, shows: asked.shows }], sentence, surroundings, 0.62),
        ],
      },
      sentence,
      surroundings,
    );
  });
}

/** "Vienna, the capital of Austria,", "Angela Merkel, chancellor of Germany,". */
function appositionFacts(sentence: Sentence, surroundings: Surroundings): readonly FoundFact[] {
  const { words } = sentence;
  return appositionsIn(sentence).flatMap(({ name, is }) => {
    const first = words[is.from]?.text.toLowerCase() ?? '';
    const isOffice = TITLE.test(headOf(words, is)?.text.toLowerCase() ?? '');
    const isOne = first === 'the' || (isOffice && !/^an?$/.test(first));
    if (!isOne || !words.slice(is.from, is.to).some(({ text }) => text === 'of' || text === 'in')) return [];
    const asked = askedFor(sentence, name, surroundings);
    const who =
      asked.type === 'person' || isOffice
        ? 'who'
        : asked.subject.startsWith('which')
          ? 'what'
          : asked.subject;
    const holder = /^the /i.test(textOf(sentence, is)) ? textOf(sentence, is) : `the ${textOf(sentence, is)}`;
    const isNow = clausesOf(sentence).some(({ verb }) =>
      /^(?:is|are|has|have)$|(?<!wa)(?<!s)s$/.test(words[verb.first]?.text ?? ''),
    );
    const be = isNow ? 'is' : 'was';
    return foundFact(
      {
        reason: 'role',
        answers: [name],
        answerType: isOffice ? 'person' : asked.type,
        confidence: 0.95,
        forms: [
          shortForm(
            {
              id: 'who',
              asked: asking(`${who} ${be} ${holder}?`),
              answer: textOf(sentence, name),
              confidence: 0.88,
            },
            surroundings.standingOf(sentence),
          ),
        ],
      },
      sentence,
      surroundings,
    );
  });
}

/** Deeds that make somebody the one behind something. */
const MAKING =
  /^(?:lead|found|invent|discover|write|compose|paint|design|build|direct|head|chair|create|develop|establish|rule|govern|own|publish|found|sign|introduce|coin|name|command|conquer|run|describe|propose)$/;

/** "X was founded by Y in 1365": "By whom was X founded in 1365?". */
function agentFact(sentence: Sentence, surroundings: Surroundings, clause: Clause): readonly FoundFact[] {
  const { words } = sentence;
  const { verb, rest } = clause;
  const by = words.findIndex(({ text }, at) => at >= rest.from && at < rest.to && text === 'by');
  const isPassive =
    /^(?:is|are|was|were|been|be)$/.test(words[verb.main - 1]?.text ?? '') && verb.main > verb.first;
  if (!isPassive || by < 0 || !MAKING.test(words[verb.main]?.lemma ?? '')) return [];
  const agent = phraseAt(words, by + 1, rest.to);
  if (agent === undefined || words[agent.to]?.pos === 'CCONJ' || words[agent.from]?.pos === 'PRON') return [];
  return byWhomFact(sentence, surroundings, agent, (wh) =>
    whQuestion(wh, { from: by, to: agent.to }, sentence, surroundings, clause),
  );
}

function byWhomFact(
  sentence: Sentence,
  surroundings: Surroundings,
  agent: Span,
  ask: (wh: string) => WhQuestion | undefined,
  statement?: string,
): readonly FoundFact[] {
  const { words } = sentence;
  const asked = askedFor(sentence, agent, surroundings);
  const answer = officeIn(sentence, agent)?.name ?? bare(words, agent);
  const isNamed = hasName(words, agent);
  return foundFact(
    {
      reason: 'role',
      answers: [answer],
      answerType: asked.type,
      confidence: isNamed ? 0.95 : 0.75,
      ...(statement === undefined ? {} : { statement }),
      forms: [
        shortForm(
          {
            id: 'by-whom',
            asked: ask(`by ${asked.object}`),
            answer: textOf(sentence, answer),
            confidence: 0.85,
          },
          surroundings.standingOf(sentence),
        ),
        clozeForm('by-whom-cloze', [{ span: answer, shows: asked.shows }], sentence, surroundings, 0.6),
      ],
    },
    sentence,
    surroundings,
  );
}

/** "X is an alliance led by Y": "By which country is X led?". */
function reducedAgentFact(
  sentence: Sentence,
  surroundings: Surroundings,
  { subject, verb, rest }: Clause,
): readonly FoundFact[] {
  const { words } = sentence;
  const be = words[verb.main]?.text ?? '';
  const by = words.findIndex(({ text }, at) => at > rest.from && at < rest.to && text === 'by');
  const deed = words[by - 1];
  if (
    !/^(?:is|are|was|were)$/.test(be) ||
    by < 0 ||
    deed === undefined ||
    !MAKING.test(deed.lemma) ||
    deed.pos !== 'VERB'
  )
    return [];
  const agent = phraseAt(words, by + 1, rest.to);
  const { swaps, dangling } = resolved(sentence, surroundings);
  if (agent === undefined || dangling.has(subject.from) || !hasName(words, agent)) return [];
  const what = midSentence(sentence, subject, surroundings.document, swaps);
  return byWhomFact(
    sentence,
    surroundings,
    agent,
    (wh) => asking(`${wh} ${be} ${what} ${deed.text}?`),
    `${what} ${be} ${deed.text} by ${textOf(sentence, agent)}.`,
  );
}
