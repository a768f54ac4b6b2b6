/** Cells of an imported file. Each reader gives the value, or says in Vietnamese what is wrong and what to do. */
export type Read<T> = { value: T } | { problem: string };

const label = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const abbreviation = new RegExp(`^${label}(?:\\.${label})*$`);
const localPart = /^[a-z0-9](?:[a-z0-9_+-]|\.(?=[a-z0-9_]))*$/;

/** An abbreviation as it stands in addresses (Điều 4): lower-case letters without accents and digits. */
export function readAbbreviation(cell: string): Read<string> {
  const value = cell.toLowerCase();
  if (value === '') return { problem: 'còn trống; hãy ghi tên viết tắt của đơn vị, như sttt' };
  if (abbreviation.test(value) && value.length <= 40) return { value };
  return {
    problem: `"${cell}" không làm tên viết tắt được; chỉ dùng chữ không dấu và chữ số, có thể ngăn bằng dấu chấm hoặc gạch nối, như sttt`,
  };
}

/** A bare address of the domain, lower-case. */
export function readAddress(cell: string, mailDomain: string): Read<string> {
  const value = cell.toLowerCase();
  const at = value.lastIndexOf('@');
  const local = value.slice(0, at);
  if (at < 1 || !localPart.test(local) || local.length > 64) {
    return { problem: `"${cell}" không phải là địa chỉ thư; hãy ghi như tvnam.sttt@${mailDomain}` };
  }
  if (value.slice(at + 1) !== mailDomain) {
    return { problem: `"${cell}" không thuộc tên miền ${mailDomain}; chỉ nhập hộp thư của tên miền này` };
  }
  return { value };
}

export function readOneOf<T extends string>(cell: string, values: readonly T[]): Read<T> {
  const value = values.find((one) => one === cell.toLowerCase());
  if (value) return { value };
  const found = cell === '' ? 'còn trống' : `"${cell}" không dùng được`;
  return { problem: `${found}; hãy ghi một trong: ${values.join(', ')}` };
}

const isoTime =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const vietnameseTime = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ ,]+(\d{1,2}:\d{2}(?::\d{2})?))?$/;

/**
 * An instant: ISO or day/month/year, with or without a time; null where blank. A time without a zone is Vietnam's; a day alone is
 * its 00:00 UTC, 07:00 in Vietnam, so that it is the same day whoever reads it.
 */
export function readTime(cell: string): Read<Date | null> {
  if (cell === '') return { value: null };
  const iso = isoTime.exec(cell);
  const local = vietnameseTime.exec(cell);
  const instant = iso
    ? instantOf([iso[1], iso[2], iso[3]], iso[4], iso[5])
    : local && instantOf([local[3], local[2], local[1]], local[4], undefined);
  if (instant) return { value: instant };
  return {
    problem: `"${cell}" không phải là ngày giờ; hãy ghi như 2026-03-31, 2026-03-31T08:30:00 hoặc 31/03/2026`,
  };
}

function instantOf(
  [year, month, day]: (string | undefined)[],
  time: string | undefined,
  zone: string | undefined,
): Date | null {
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const midnight = new Date(`${date}T00:00:00Z`);
  // 31 June would become 1 July.
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(date)) return null;
  if (time === undefined) return midnight;
  const instant = new Date(`${date}T${time.replace(/^\d:/, '0$&')}${isoZone(zone)}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

function isoZone(zone: string | undefined): string {
  if (zone === undefined) return '+07:00';
  return zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
}
