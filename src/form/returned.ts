import type { Form, FormRow, RowResult } from '../model/form.ts';
import { blankForm } from './blank.ts';
import type { BlankRow } from './blank-table.ts';

/** A form that comes back to the office that filled it. */
export type ReturnedForm = {
  form: Form;
  /** The rows that were answered, and what is said of each. */
  rows: readonly { row: FormRow; result: RowResult }[];
  /** What the office is to do with it, one paragraph. */
  instruction: string;
};

/**
 * The regulation's form with everything that the office wrote and what became of each row: a fresh .xlsx file with nothing of
 * theirs in it but their words. Where the form asked in its content alone, that stands in the table now.
 */
export function returnedForm({ form, rows, instruction }: ReturnedForm): Promise<Buffer> {
  const { unit, requester, position, phone } = form;
  const content = form.rows.length > 0 || rows.length === 0 ? form.content : null;
  return blankForm({
    unitName: unit?.text ?? null,
    instruction,
    ...filled({ requester, position, phone, content }),
    rows: rows.map(({ row, result }) => ({ ...rowOf(row), result })),
  });
}

function rowOf({
  number,
  fullName,
  unit,
  wish,
  position,
  phone,
  address,
  newAddress,
  note,
}: FormRow): BlankRow {
  return { number, ...filled({ fullName, unit, wish, position, phone, address, newAddress, note }) };
}

/** The words without their places, and nothing for what is blank. */
function filled<K extends string>(
  fields: Readonly<Record<K, { text: string } | null>>,
): Partial<Record<K, string>> {
  const entries = Object.entries<{ text: string } | null>(fields);
  return Object.fromEntries(
    entries.flatMap(([key, placed]) => (placed ? [[key, placed.text]] : [])),
  ) as Partial<Record<K, string>>;
}
