import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Reader } from '../../src/form/form.ts';
import { interpretForms } from '../../src/interpret/interpret.ts';
import type { Form } from '../../src/model/form.ts';
import type { Item } from '../../src/model/request.ts';
import { attached, letter, plain } from '../form/letters.ts';

/** What a form says, known before it was written (`make.py`). */
export type Labelled = {
  file: string;
  kind: string;
  layout: string;
  form: Record<'unit' | 'requester' | 'position' | 'phone' | 'content', string>;
  rows: readonly { number: number; fullName: string; unit: string; action: string }[];
  /** Rows that stand in the file and are not to be read. */
  skipped: number;
};

export type Score = {
  label: Labelled;
  /** Everything as it is: the requester's fields, and each row with its number, name, unit and action. */
  exact: boolean;
  rowsRight: number;
  /** Rows with an action that they do not ask for, and rows of nobody. */
  wrong: readonly string[];
  /** Rows that ask clearly and are left to people, in a form that was read or was not; of scans all. */
  left: readonly string[];
  milliseconds: number;
};

const here = new URL('./', import.meta.url);

export const labelledForms = (): Labelled[] =>
  JSON.parse(readFileSync(new URL('forms.json', here), 'utf8')) as Labelled[];

/** Files that LibreOffice makes anew first. */
export const isOfOlderType = ({ kind }: Labelled): boolean => ['xls', 'doc', 'ods', 'odt'].includes(kind);

/** Pictures of some of the forms (`make-scans.py`). */
export const scannedForms = (): Labelled[] =>
  JSON.parse(readFileSync(new URL('scans.json', here), 'utf8')) as Labelled[];

/** Reads a form as it comes by mail, and compares what it is understood to say with what it says. */
export const scoreForm = async (reader: Reader, label: Labelled): Promise<Score> => {
  const file = readFileSync(new URL(`forms/${label.file}`, here));
  const raw =
    label.kind === 'body' ? file : letter(plain('Kính gửi phiếu yêu cầu.'), attached(label.file, file));
  const start = performance.now();
  const reading = await reader.read(raw);
  const { forms } = reading;
  const requests = await interpretForms(reading, { today: '2026-11-24' });
  const milliseconds = performance.now() - start;
  const items = requests.flatMap((request) => request.items);
  const found = label.rows.map((row) => ({
    row,
    item: items.find(({ row: { number }, name }) => number === row.number && name?.fullName === row.fullName),
  }));
  const right = found.filter(({ row, item }) => item && saysOf(item) === lineOf(row));
  const known = new Set(found.map(({ item }) => item));
  // What is recognised on pictures never acts: staff compare each row.
  const acts = forms.some(({ source }) => source !== 'pdf-scan');
  const asks = (item: Item | undefined): boolean =>
    acts && item !== undefined && item.wish.action !== 'unclear';
  const misread = found.filter(({ row, item }) => !asks(item) || row.action !== item?.wish.action);
  return {
    label,
    exact:
      forms.length === 1 &&
      isAsWritten(forms[0], label) &&
      right.length === items.length &&
      right.length === found.length,
    rowsRight: right.length,
    wrong: [
      ...misread
        .filter(({ item }) => asks(item))
        .map(({ row, item }) => `${lineOf(row)} read as ${item?.wish.action}`),
      ...items
        .filter((item) => !known.has(item) && asks(item))
        .map((item) => `${saysOf(item)} is not in the form`),
    ],
    left: misread
      .filter(({ row, item }) => !asks(item) && row.action !== 'unclear')
      .map(({ row }) => lineOf(row)),
    milliseconds,
  };
};

const lineOf = ({ number, fullName, unit, action }: Labelled['rows'][number]): string =>
  [number, fullName, unit, action].join(' | ');

const saysOf = ({ row, name, wish }: Item): string =>
  [row.number, name?.fullName, row.unit?.text, wish.action].join(' | ');

const isAsWritten = (form: Form | undefined, { form: label, skipped }: Labelled): boolean =>
  form !== undefined &&
  form.skipped.length === skipped &&
  form.unit?.text === label.unit &&
  form.requester?.text === label.requester &&
  form.position?.text === label.position &&
  form.phone?.text === label.phone &&
  form.content?.text === label.content;
