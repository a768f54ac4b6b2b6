import type { Finding } from '../model/finding.ts';
import type { Action, PersonName } from '../model/request.ts';
import {
  nameInvalid,
  nameMissing,
  nameOfOneWord,
  nameOfSample,
  nameOfSeveral,
  nameOrTitle,
  nameUnfinished,
} from './findings.ts';
import { isOfficial, namesSystem } from './protected.ts';
import type { Rule } from './rule.ts';

/**
 * `Nam` and `Anh Nam` may be all that somebody wrote of Trần Văn Nam, and `Nguyễn Văn A` is nobody; `K'Brêu` is a whole name, and a mailbox that exists is
 * found by any.
 */
function shortened({ fullName }: PersonName, action: Action): Finding[] {
  if (action !== 'create') return [];
  if (/^\p{L}+$/u.test(fullName)) return [nameOfOneWord({ name: fullName })];
  if (titleOrName.test(fullName)) return [nameOrTitle({ name: fullName })];
  if (unfinished.test(fullName)) return [nameUnfinished({ name: fullName })];
  return sample.test(fullName) ? [nameOfSample({ name: fullName })] : [];
}

/** A row that the form showed as an example. There are people called Ý, who may be written without accents as all the name is, and U. */
const sample = /\s(?:[a-eghkl-nđp-tvxz]|(?<=[^\s\p{ASCII}].*)y)$/iu;

/** `Anh Thơ`; `Ông Ích Khiêm`, of whom nobody knows whether Ông is the family. */
const titleOrName = /^(?:anh \p{L}+|ông (?!(?:thị|văn) )\p{L}+ \p{L}+)$/iu;

/** `Nguyễn Văn`: the given name may have been left out. */
const unfinished = /(?:^\S+ văn|(?:^| )thị)$/iu;

/** A mailbox is a person's. Where the row names an existing one by its address, the person need not be named. */
export const nameRule: Rule = {
  id: 'name',
  clause: 'Điều 4 khoản 2',
  governs: 'all',
  check(subject) {
    const { item, facts } = subject;
    if (namesSystem(subject) !== null || isOfficial(subject)) return [];
    if (item.name !== null) return shortened(item.name, item.wish.action);
    const words = item.row.fullName?.text;
    const byAddress = facts.namedAddress !== null && item.wish.action !== 'create';
    if (byAddress && (words === undefined || words.includes('@'))) return [];
    if (words !== undefined && item.several) return [nameOfSeveral({ name: words })];
    return [words === undefined ? nameMissing() : nameInvalid({ name: words })];
  },
};
