import { covers, isAnybodys } from '../embedHost.ts';
import { quoted, type Remark } from './finding.ts';
import type { Subject } from './subject.ts';

/** The rule about the sites that may show a deck. What is no site at all is a fault of the file's form. */
export function hosts({ file }: Subject): readonly Remark[] {
  const all = file.embed?.hosts ?? [];
  return all.flatMap((host, at): readonly Remark[] => {
    const path = ['embed', 'hosts', at];
    if (isAnybodys(host)) {
      const message = `anybody may have a page at ${quoted(host)}: name your own sites, or leave embed out`;
      return [{ rule: 'embed-host', path, message }];
    }
    const cover = all.find(
      (other, place) => place !== at && covers(other, host) && !(covers(host, other) && place > at),
    );
    if (cover === undefined) return [];
    const message = `${quoted(cover)} stands here too and is enough: remove ${quoted(host)}`;
    return [{ rule: 'embed-host', path, message }];
  });
}
