import { openReader } from '../../src/form/form.ts';
import { missingOffice } from '../servers/programs.ts';
import { isOfOlderType, labelledForms, type Score, scannedForms, scoreForm } from './score.ts';
import { allTwins, disagree } from './twins.ts';

/*
 * `npm run score`: how well forms are read that were made by other programs, with what they say known beforehand.
 * Ends with 1 where a row gets an action that it does not ask for, or what a picture says otherwise than the form beside it is not told.
 */

const sum = (scores: readonly Score[], of: (score: Score) => number): number =>
  scores.reduce((total, score) => total + of(score), 0);

const line = (name: string, scores: readonly Score[]): string => {
  const rows = sum(scores, ({ label }) => label.rows.length);
  const sorted = scores.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return [
    name.padEnd(8),
    `${scores.filter(({ exact }) => exact).length} of ${scores.length}`.padStart(10),
    `${sum(scores, ({ rowsRight }) => rowsRight)} of ${rows}`.padStart(12),
    String(sum(scores, ({ wrong }) => wrong.length)).padStart(8),
    String(sum(scores, ({ left }) => left.length)).padStart(8),
    (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(0).padStart(10),
  ].join('');
};

const reader = openReader({ children: 1 });
const scores: Score[] = [];
const missing = missingOffice();
if (missing) console.log(`without files of older types: ${missing}`);
for (const label of [...labelledForms(), ...scannedForms()]) {
  if (missing && isOfOlderType(label)) continue;
  await scoreForm(reader, label);
  const score = await scoreForm(reader, label);
  scores.push(score);
  const faults = [...score.wrong.map((row) => `wrong: ${row}`), ...score.left.map((row) => `left: ${row}`)];
  if (!score.exact)
    console.log(`${label.file} (${label.layout}): not exactly`, faults.slice(0, 5).join('\n  '));
}

console.log('\nkind        forms exact  rows right   wrong    left    ms a form (median, warm)');
const kinds = Map.groupBy(scores, ({ label }) => label.kind);
for (const [kind, of] of kinds) console.log(line(kind, of));
console.log(line('all', scores));

const compared: { changed: boolean; told: boolean }[] = [];
for (const twins of await allTwins()) {
  const [changed, told] = [twins.changed !== null, await disagree(reader, twins)];
  compared.push({ changed, told });
  if (changed !== told)
    console.log(
      `${twins.scan} beside ${twins.form}: ${twins.changed ?? 'nothing'} changed, ${told ? '' : 'not '}told`,
    );
}
await reader.close();
const toldOf = (changed: boolean): string => {
  const such = compared.filter((it) => it.changed === changed);
  return `${such.filter(({ told }) => told).length} of ${such.length}`;
};
console.log(`\npictures beside their forms: differences told ${toldOf(true)}, needlessly ${toldOf(false)}`);

const missed = compared.some(({ changed, told }) => changed && !told);
process.exitCode = missed || scores.some(({ wrong }) => wrong.length > 0) ? 1 : 0;
