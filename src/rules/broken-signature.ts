import type { Signature } from '../model/form.ts';
import type { DecidedRequest } from '../model/request.ts';
import { needsStaff } from './findings.ts';
import { waiting } from './scanned.ts';

/** Whether a signature speaks against its file; one without trust roots to judge it by does not. */
const isBroken = ({ verdict }: Signature): boolean => verdict !== 'valid' && verdict !== 'unjudged';

/**
 * A form whose PDF bears a signature that does not hold may have been changed after its head signed it: staff ask the
 * office. The reason codes have none for it; `needs-staff` is the one that says no more than that. A good signature changes
 * nothing: it says who signed a file, once, and not who sends it today.
 */
export function heldForSignature({ form, items, ...decided }: DecidedRequest): DecidedRequest {
  const isHeld = (form.signatures ?? []).some(isBroken) && items.length > 0;
  if (!isHeld) return { form, items, ...decided };
  const reason = needsStaff({ why: 'chữ ký số của tệp phiếu không hợp lệ' });
  return { ...decided, form, outcome: 'review', items: items.map((item) => waiting(item, reason)) };
}
