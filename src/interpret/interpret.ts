import type { Form, Placed } from '../model/form.ts';
import type { Item, ReadRequest } from '../model/request.ts';
import { contentItem, wishOfContent } from './content.ts';
import { type Context, interpretRow } from './row.ts';

export { asksForMailbox, hintsAtForm } from './asking.ts';
export { interpretContent } from './content.ts';
export { personName } from './names.ts';
export { ownWords } from './own-words.ts';
export { type Context, interpretRow } from './row.ts';
export { asksForTrial } from './trial.ts';
export { readWord } from './word.ts';

/**
 * Understands a form: each row's words become a typed wish, or `unclear` with a doubt. A blank wish is told by the form's content, where
 * that is clear; a form without rows may ask in its content for one mailbox that it names.
 */
export function interpretForm(form: Form, context: Context): ReadRequest {
  return { form, items: form.rows.length > 0 ? rowItems(form, context) : loneItem(form.content, context) };
}

function rowItems({ rows, content }: Form, context: Context): Item[] {
  const general = content === null ? null : wishOfContent(content.text, context);
  return rows.map((row) => {
    const item = interpretRow(row, context, row.wish === null ? (general?.wish ?? null) : null);
    const doubt = general?.doubt ?? null;
    if (doubt === null) return item;
    const said = item.wish.action === 'unclear' ? item.wish.doubt : doubt;
    return { ...item, wish: { ...item.wish, action: 'unclear', doubt: said, open: [] } };
  });
}

function loneItem(content: Placed | null, context: Context): Item[] {
  const item = content === null ? null : contentItem(content, context);
  return item === null ? [] : [item];
}
