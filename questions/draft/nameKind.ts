import { isCountry } from './countries.ts';
import type { NameRun } from './nameRuns.ts';

/** What a glossary says that a name names. */
export type NameKind = 'person' | 'place' | 'organisation' | 'term';

/** Words right before a name that only persons have. */
export const TITLE =
  /^(?:mr|mrs|ms|dr|prof|sir|lord|lady|dame|president|vice-president|chancellor|king|queen|prince|princess|pope|emperor|empress|tsar|sultan|minister|premier|secretary|senator|governor|mayor|professor|general|captain|colonel|admiral|duke|count|bishop|saint|st|chairman|chairwoman|director|chemist|physicist|biologist|mathematician|astronomer|physician|philosopher|economist|engineer|inventor|explorer|historian|writer|author|poet|novelist|painter|composer|architect|scientist|psychologist|leader|founder|successor|commander|astronaut|cosmonaut|pilot|navigator|teacher|doctor|officer|[\p{L}]+(?:ologist|icist|ographer)|husband|wife|brother|sister|son|daughter|father|mother)$/u;
const KIN = /^(?:successor|husband|wife|brother|sister|son|daughter|father|mother)$/;
const PERSONAL_AFTER =
  /^(?:said|says|wrote|was born|died|believed|argued|declared|married|invented|discovered|proposed|won|thought|studied|told|spoke|saw|became president)\b/;
const ORGANISATION =
  /(?:Organi[sz]ation|Union|Party|Company|Bank|University|Institute|Agency|Ministry|Council|Committee|Association|Society|Corporation|Inc|Ltd|Federation|League|Court|Parliament|Church|Army|Alliance|Commission|Department|Foundation|Academy|School|College|Museum|Group|Club|Nations|Fund|Office|Authority|Board|Congress|Senate|Pact|Laboratory|Hospital)(?: |$)/;
const PLACE =
  /(?:^|\b)(?:River|Lake|Mount|Mountains?|Sea|Ocean|Islands?|City|Street|Valley|Bay|Republic|Kingdom|Empire|States|Peninsula|Desert|Canal|Strait|Gulf|Cape|Province|County|Forest|Park|Bridge|Castle|Africa|Asia|Europe|America|Antarctica|North|South|East|West)(?:\b|$)/;

/** What a name most likely names, by its own words and by those around it wherever it stands. */
export function nameKind(name: string, runs: readonly NameRun[]): NameKind | undefined {
  if (isCountry(name)) return 'place';
  if (ORGANISATION.test(name)) return 'organisation';
  if (
    runs.some(({ before }) =>
      /\b(?:compan(?:y|ies)|firms?|publishers?|manufacturers?)\b(?: ,)? ?(?:including|such as|called|named|like)?(?: the)?$/.test(
        before.join(' '),
      ),
    )
  )
    return 'organisation';
  const share = (test: (run: NameRun) => boolean) => runs.filter(test).length;
  const titled = share(isTitled);
  if (titled > 0 && !PLACE.test(name)) return 'person';
  if (PLACE.test(name)) return 'place';
  const acting = share(({ after }) => PERSONAL_AFTER.test(after.join(' ')));
  const placed = share(isPlaced);
  if (acting > placed) return 'person';
  if (placed > 0 && placed * 3 >= runs.length) return 'place';
  if (placed === 0 && TWO_NAMES.test(name) && !THING.test(name) && runs.some(({ isActing }) => isActing))
    return 'person';
  if (/^\p{Lu}{2,6}$/u.test(name)) return 'organisation';
  return undefined;
}

/** Whether a name stands with what only a person has: a title before it, "who" or an office after it. */
export function isTitled({ before, after }: NameRun): boolean {
  const last = before.at(-1) ?? '';
  if (TITLE.test(last) || (last === 'of' && TITLE.test(before.at(-2) ?? '') && KIN.test(before.at(-2) ?? '')))
    return true;
  if (after[0] !== ',') return false;
  const aside = after.slice(1, after.indexOf(',', 1) < 0 ? undefined : after.indexOf(',', 1));
  return (
    aside[0] === 'who' ||
    (/^(?:an?|the|then|former)$/.test(aside[0] ?? '') || TITLE.test(aside[0] ?? '')
      ? aside.some((word) => TITLE.test(word))
      : false)
  );
}

/** A first name and a surname, as far as their shape goes. */
const TWO_NAMES = /^\p{Lu}\p{Ll}+ (?:\p{Lu}\. )?\p{Lu}\p{Ll}+$/u;
const THING =
  /(?:^|\b)(?:New|Old|Great|Black|White|Red|World|War|Death|Revolution|Age|Act|Treaty|Project|Apollo|Roman|Greek|Soviet|Early|Late|Most|Many|Some|Two|Three)(?:\b|$)/;

/** Whether what comes before a name says where: "in", "near", "the city of". */
function isPlaced({ before, after }: NameRun): boolean {
  if (/^['’]s?$/.test(after[0] ?? '')) return false;
  const last = before.at(-1) ?? '';
  if (/^(?:in|near|across|throughout|outside|into)$/.test(last)) return true;
  return (
    last === 'of' &&
    /^(?:city|town|capital|island|state|region|province|village|republic)$/.test(before.at(-2) ?? '')
  );
}
