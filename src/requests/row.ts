import type { FiledRequest, FiledRow } from './filed.ts';
import { DecisionRefused } from './refused.ts';

/** A row as the command line names it: by its STT, or, where several have the same, by its place in the form. */
export function rowNamed({ number, items }: FiledRequest, named: string): FiledRow {
  const place = /^thu-(\d{1,6})$/i.exec(named.trim())?.[1];
  const found =
    place === undefined
      ? items.filter(({ item }) => String(item.row.number) === named.trim())
      : items.slice(Number(place) - 1, Number(place) || 0);
  const [row, ...others] = found;
  if (items.length === 0)
    throw new DecisionRefused(
      `Phiếu ${number} không có dòng nào; trả lời đơn vị bằng: phieu requests close ${number} --because "LÝ DO".`,
    );
  if (row === undefined) {
    const rows = items.map(({ item }) => item.row.number).join(', ');
    throw new DecisionRefused(`Phiếu ${number} không có dòng ${named}; các dòng của phiếu: ${rows}.`);
  }
  if (others.length > 0) {
    const places = found.map((one) => `thu-${items.indexOf(one) + 1} (${one.item.row.where})`).join(', ');
    throw new DecisionRefused(
      `Phiếu ${number} có ${found.length} dòng cùng số thứ tự ${named}; hãy ghi thứ tự dòng trong phiếu: ${places}.`,
    );
  }
  return row;
}
