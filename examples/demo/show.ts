import { styleText } from 'node:util';
import type { Report } from '../../src/report.ts';
import type { Taken } from './run.ts';
import { type Cell, rowLines } from './table.ts';
import { reasonOf, rowTold, senderOf, type Told, toldOf } from './words.ts';

/** Where it is shown: how many columns there are, and whether colours are. */
export type Screen = { columns: number; colours: boolean };

/** Of the table's columns; the last has what remains. */
const [personWidth, actionWidth] = [24, 19];
const numberWidth = 'PYC-2026-000001'.length;
/** Persons stand under their unit. */
const indent = '  ';

type Paint = (line: string) => string;

const painter =
  ({ colours }: Screen) =>
  (style: Parameters<typeof styleText>[0]): Paint =>
  (line) =>
    colours && line !== '' ? styleText(style, line, { validateStream: false }) : line;

/** The end of a line of progress. */
export function progressEnd(letter: Report | string, screen: Screen): string {
  if (typeof letter === 'string') return letter;
  const { text, colour } = toldOf(letter);
  return painter(screen)(colour)(text);
}

/** Who asked what, and what came of it: a head for each letter, a line for each row of its forms. */
export function tableOf(taken: readonly Taken[], screen: Screen): string[] {
  const resultWidth = screen.columns - personWidth - actionWidth - 4;
  const paint = painter(screen);
  const result = ({ text, colour }: Told): Cell => ({ text, width: resultWidth, paint: paint(colour) });
  const rule = '─'.repeat(screen.columns);
  const head = (number: string, unit: string, told: Told): string[] =>
    rowLines([
      { text: number, width: numberWidth, paint: paint('bold') },
      { text: unit, width: personWidth + actionWidth - numberWidth, paint: paint('bold') },
      result(told),
    ]);

  const lines = taken.flatMap(({ file, report }) => {
    const number = report.requests.map((request) => request.number).join(', ') || `(thư ${file.slice(0, 2)})`;
    const rows = report.requests.flatMap(({ items }) =>
      items
        .map(rowTold)
        .flatMap(({ person, action, result: told }) =>
          rowLines([
            { text: person, width: personWidth - indent.length },
            { text: action, width: actionWidth },
            result(told),
          ]).map((line) => indent + line),
        ),
    );
    const why = reasonOf(report);
    const reason = why === '' ? [] : rowLines([{ text: why, width: screen.columns - indent.length }]);
    return [
      ...head(number, senderOf(report), toldOf(report)),
      ...reason.map((line) => indent + line),
      ...rows,
    ];
  });
  const headings = rowLines([
    { text: 'Số phiếu, đơn vị, người', width: personWidth },
    { text: 'Việc', width: actionWidth },
    { text: 'Kết quả', width: resultWidth },
  ]);
  return [rule, ...headings, rule, ...lines, rule];
}
