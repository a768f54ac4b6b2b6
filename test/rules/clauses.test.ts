import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clauses } from '../../src/rules/clauses.ts';

const root = new URL('../../', import.meta.url).pathname;
const form = 'Mẫu phiếu yêu cầu';

/** The clauses of the regulation's own text: each article, or its numbered paragraphs where it has any, and the form. */
function clausesOfText(): string[] {
  const text = readFileSync(`${root}docs/regulation.txt`, 'utf8');
  const [rules = '', annex = ''] = text.slice(text.indexOf('\nQUY CHẾ\n')).split('\nPHIẾU YÊU CẦU\n');
  const articles = rules.split(/^(?=Điều \d+\.)/m).slice(1);
  const cited = articles.flatMap((article) => {
    const name = /^Điều \d+/.exec(article)?.[0] ?? '';
    const paragraphs = [...article.matchAll(/^(\d+)\. /gm)].map(([, number]) => `${name} khoản ${number}`);
    return paragraphs.length > 0 ? paragraphs : [name];
  });
  return annex === '' ? cited : [...cited, form];
}

test('the text has eighteen articles and the form', () => {
  const text = clausesOfText();
  expect(new Set(text.map((clause) => clause.split(' khoản')[0]))).toHaveLength(19);
  expect(text).toContain('Điều 5 khoản 4');
  expect(text).toContain(form);
});

test('every clause of the text is accounted for, and nothing else is in the index', () => {
  expect(Object.keys(clauses)).toEqual(clausesOfText());
});

test('what is said to be in code is there', () => {
  const places = Object.values(clauses).flatMap((clause) => (clause.status === 'code' ? clause.by : []));
  const missing = places.filter(
    (place) => !existsSync(`${root}src/${place}`) && !existsSync(`${root}src/${place}.ts`),
  );
  expect(missing).toEqual([]);
});

test('every citation in the source exists', () => {
  const articles = new Set(Object.keys(clauses).map((clause) => clause.split(' khoản')[0]));
  const unknown = globSync('{src,templates}/**/*.{ts,eta}', { cwd: root }).flatMap((file) =>
    citationsIn(readFileSync(`${root}${file}`, 'utf8'))
      .filter((cite) => !(cite in clauses) && !articles.has(cite))
      .map((cite) => `${file}: ${cite}`),
  );
  expect(unknown).toEqual([]);
});

test('a citation is found in either order of its words, and another law is left alone', () => {
  expect(citationsIn('Điều 5 khoản 9, khoản 3 Điều 4; Khoản 2, Điều 20; Điều 8 Nghị định 30')).toEqual([
    'Điều 5 khoản 9',
    'Điều 4 khoản 3',
    'Điều 20 khoản 2',
  ]);
});

function citationsIn(text: string): string[] {
  const citation =
    /(?:khoản (\d+),? )?Điều (\d+)(?:,? khoản (\d+))?(?! (?:của )?(?:Nghị định|Luật|Thông tư|Quyết định))/gi;
  return [...text.matchAll(citation)].map(([, before, article, after]) => {
    const paragraph = before ?? after;
    return paragraph === undefined ? `Điều ${article}` : `Điều ${article} khoản ${paragraph}`;
  });
}
