import { X509Certificate } from 'node:crypto';
import type { Config } from '../config.ts';
import { detailOf } from '../form/certificate.ts';
import { type Checked, tell } from './checked.ts';

const { ok, warn } = tell('Chữ ký số');

/** The authorities whose signatures in PDFs are believed: readConfig has checked that they are such. */
export function checkRoots({ pdfTrustRoots }: Config, now: Date): Checked[] {
  if (pdfTrustRoots.length === 0)
    return [
      ok(
        'chưa đặt PDF_TRUST_ROOTS: chữ ký số trong tệp PDF được kiểm tra tính toàn vẹn, không đối chiếu chứng thư',
      ),
    ];
  const over = pdfTrustRoots
    .map((root) => new X509Certificate(root))
    .filter(({ validToDate }) => validToDate < now);
  const count = ok(`PDF_TRUST_ROOTS có ${pdfTrustRoots.length} chứng thư của tổ chức chứng thực`);
  return [count, ...over.map((root) => expired(root))];
}

function expired(root: X509Certificate): Checked {
  const day = root.validToDate.toISOString().slice(0, 10);
  return warn(
    `chứng thư "${detailOf(root).commonName}" trong PDF_TRUST_ROOTS đã hết hạn ngày ${day}`,
    'Thêm chứng thư mới của tổ chức đó; giữ chứng thư cũ để đối chiếu chữ ký đã ký trước ngày đó',
  );
}
