import type { Form, FormProblem, FormRow } from '../model/form.ts';
import { isActionPhrase, isNameLike } from './aside.ts';
import { assemble, isSecret } from './assemble.ts';
import { type BodyLine, plainLines } from './body-lines.ts';
import { isLettered, isMeant, isOutside, labelledUnit } from './body-meant.ts';
import { saidOtherwise } from './body-twin.ts';
import { type Cell, excessIn, type Grid, type Line, outside } from './grid.ts';
import { linesInUnicode } from './legacy.ts';
import { withLists } from './lists.ts';
import type { Parts } from './parts.ts';
import { hasStrayCells } from './stray.ts';
import { readTable } from './table.ts';
import { tidy } from './words.ts';

/** A longer letter is no request form. */
const mostLines = 3000;
/** The words of a letter: its subject, its plain ones as they came, and what its HTML shows, which people see where there is one. */
export type Letter = Pick<Parts, 'subject' | 'plain' | 'lines' | 'isHtml'>;

/**
 * The form that is written in a letter itself: a table or a numbered list with the form's own labels or title, or
 * with words that ask for it. Only the sender's own words count. What earlier letters and forwarded ones say is
 * somebody else's word, or was said at another time; and a letter that merely speaks of a request, of one that is
 * done, or takes one back, is no form. In doubt there is none: the office is then sent the blank one.
 * Where the plain words beside the HTML say something else, or a secrecy mark stands in it, a problem tells it.
 */
export function readBody({ subject, plain, isHtml, ...letter }: Letter): {
  forms: Form[];
  problems: FormProblem[];
} {
  const none = { forms: [], problems: [] };
  const lines = isHtml ? letter.lines : plain !== null && plainLines(plain);
  if (!lines || lines.length > mostLines) return none;
  const { lines: read, was } = linesInUnicode(lines);
  const whole = gridOf(read);
  if (excessIn([whole])) return none;
  if (isSecret(whole, readTable(whole)))
    return {
      forms: [],
      problems: [{ code: 'secrecy-mark', attachment: '', detail: 'in the letter itself' }],
    };
  const grid = withLists(whole, 'broken');
  if (!grid || excessIn([grid]) || hasStrayCells(grid, isOutside)) return none;
  const assembled = assemble([grid], 'body', null);
  const [found, more] = assembled.secret ? [] : assembled.forms;
  if (!found || more || !isMeant(found, grid, subject)) return none;
  if (lines.some((line, index) => isUneven(line, lines[index - 1])) && !found.rows.every(isPlain))
    return none;
  const unit = isLettered(grid) ? found.unit : labelledUnit(found, grid);
  const form = { ...found, unit, ...(was.length > 0 && { convertedFrom: was }) };
  const other = isHtml && plain !== null ? saidOtherwise(plain, form, textsOf(read)) : null;
  if (other === null) return { forms: [form], problems: [] };
  const detail = 'the plain words beside the HTML say something else';
  return {
    forms: [form],
    problems: [{ code: 'forms-disagree', attachment: '', detail, difference: other }],
  };
}

const textsOf = (lines: readonly BodyLine[]): string[] =>
  lines.flatMap(({ cells }) => cells.map(({ text }) => text));

/** Rows of a table with more columns than the row before, as a cell too many makes them. */
function isUneven(line: BodyLine, above: BodyLine | undefined): boolean {
  return line.table !== null && line.table === above?.table && line.width > above.width;
}

/** A person and a wish, each where its heading says: a blank cell too many beside them moved neither. */
function isPlain({ fullName, wish }: FormRow): boolean {
  return isNameLike(fullName?.text ?? '') && isActionPhrase(wish?.text ?? '');
}

function gridOf(lines: readonly BodyLine[]): Grid {
  const places = new Map<number, string>();
  const laid: Line[] = [];
  let row = 0;
  let last: number | null = null;
  for (const line of lines) {
    row += line.table === last && (line.table !== null || line.follows) ? 1 : 2;
    last = line.table;
    const where = `thư, ${line.where}`;
    places.set(row, where);
    const shift = line.table === null ? outside : 0;
    const cells = line.cells.flatMap((cell): Cell[] => {
      const text = tidy(cell.text);
      const { column, lastColumn, rows, struck } = cell;
      const place = { row, lastRow: row + rows - 1, column: column + shift, lastColumn: lastColumn + shift };
      return text === '' ? [] : [{ text, kind: 'text', struck, where, ...place }];
    });
    if (cells.length > 0) laid.push({ row, cells, unseen: line.unseen });
  }
  return { lines: laid, place: (at) => places.get(at) ?? 'thư' };
}
