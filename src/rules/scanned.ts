import type { Finding } from '../model/finding.ts';
import type { DecidedItem, DecidedRequest } from '../model/request.ts';
import { rowScanned, scanRead } from './findings.ts';

/**
 * What was recognised on a picture is never done by itself, nor refused: a slip of recognition would be the office's
 * loss. What the book found stays told, for the staff who compare each row with the picture; where no row was recognised all
 * of it waits for them.
 */
export function leftToStaff({ form, items }: DecidedRequest): DecidedRequest {
  const scanned = scanRead({ attachment: form.attachment ?? '' });
  const rows = items.map((item) => waiting(item, rowScanned()));
  return { form, outcome: 'review', findings: [scanned], items: rows };
}

/** A row that waits for staff for that reason, whatever the book says of it. */
export function waiting(item: DecidedItem, reason: Finding): DecidedItem {
  const findings = item.findings.map(
    (finding): Finding => (finding.severity === 'reject' ? { ...finding, severity: 'review' } : finding),
  );
  return { ...item, outcome: 'review', findings: [reason, ...findings] };
}
