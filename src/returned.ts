import type { Letter } from './desk.ts';
import { returnedForm } from './form/returned.ts';
import type { FormRow, RowResult } from './model/form.ts';
import type { Item, SettledRequest } from './model/request.ts';
import type { Settlement } from './model/settlement.ts';
import type { ReturnedFile } from './reply/reply.ts';
import { comesBack, instructionOn, rowResults } from './reply/returned.ts';

/**
 * The forms that go back to the office with what became of each row: its own workbook, where it sent one that can be written
 * safely, or else a fresh form with its words.
 */
export const returnForms = async (letter: Letter, { requests }: Settlement): Promise<ReturnedFile[]> => {
  const files: ReturnedFile[] = [];
  const marked = new Set<string>();
  for (const request of requests.filter(comesBack)) {
    const { number, form } = request;
    const { attachment } = form;
    // A workbook with several forms comes back once.
    if (attachment !== null && marked.has(attachment)) continue;
    const own = await ownWorkbook(letter, request, requests);
    if (own && attachment !== null) marked.add(attachment);
    files.push({ number, content: own ?? (await freshForm(request)) });
  }
  return files;
};

/** More take longer than others are to wait for their numbers. */
const mostRowsMarked = 500;

const ownWorkbook = async (
  { desk, message }: Letter,
  { form: { source, attachment, rows } }: SettledRequest,
  requests: readonly SettledRequest[],
): Promise<Buffer | null> => {
  if (source !== 'xlsx' || attachment === null || rows.length === 0) return null;
  const inIt = requests.filter(({ form }) => form.attachment === attachment && form.source === source);
  const hangs = inIt.some(({ items }) =>
    items.some(
      ({ item: { row, wish } }) => wish.action === 'unclear' && (row.remarks || row.crossed || row.unprinted),
    ),
  );
  if (hangs) return null;
  const marks = inIt.flatMap(said).map(({ row: { where }, result }) => ({ where, result }));
  if (marks.length > mostRowsMarked) return null;
  return desk.reader.mark(message.raw, attachment, marks);
};

const freshForm = (request: SettledRequest): Promise<Buffer> =>
  returnedForm({ form: request.form, rows: said(request), instruction: instructionOn(request) });

/** The rows as they were read, each with what is said of it. */
const said = (request: SettledRequest) => {
  const results = rowResults(request);
  return request.items.map(({ item }, at) => ({
    // What was understood may hold more than what was written.
    row: withWhatHangs(request.form.rows[at] ?? item.row, item),
    result: results[at] as RowResult,
  }));
};

/**
 * Comments, drawings and words outside the table do not come back: what leaves a row open goes into its note, so that the row is not
 * taken for a clear one when the form is sent again.
 */
const withWhatHangs = (row: FormRow, { row: own, wish }: Item): FormRow => {
  const { remarks = [], crossed, unprinted, note } = own;
  if (wish.action !== 'unclear' || (remarks.length === 0 && !crossed && !unprinted)) return row;
  const said = [
    ...remarks.map(({ text }) => `có ghi “${text.replaceAll('\n', ' ')}”`),
    ...(crossed ? ['có nét vẽ trên dòng'] : []),
    ...(unprinted ? ['dòng nằm ngoài vùng in'] : []),
  ];
  const hangs = `Chưa rõ, vì ${said.join('; ')}`;
  return { ...row, note: { text: note ? `${note.text}; ${hangs}` : hangs, where: row.where } };
};
