import { returnedForm } from './form/returned.ts';
import type { Settlement } from './model/settlement.ts';
import type { ReturnedFile } from './reply/reply.ts';
import { comesBack, instructionOn, rowResults } from './reply/returned.ts';

/** The forms that go back to the office with what became of each row, as .xlsx files. */
export const returnForms = ({ requests }: Settlement): Promise<ReturnedFile[]> =>
  Promise.all(
    requests.filter(comesBack).map(async (request) => {
      const results = rowResults(request);
      const { form, items, number } = request;
      const rows = items.flatMap(({ item }, at) => {
        const result = results[at];
        // The form's own row: the one that was understood may hold what was put into it since.
        return result ? [{ row: form.rows[at] ?? item.row, result }] : [];
      });
      const content = await returnedForm({ form, rows, instruction: instructionOn(request) });
      return { number, content };
    }),
  );
