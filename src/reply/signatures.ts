import type { Signature, SignatureVerdict } from '../model/form.ts';
import { letterTime } from './dates.ts';
import { inert } from './inert.ts';
import { capital, fileNamed, given } from './wording.ts';

const faults: Readonly<Record<Exclude<SignatureVerdict, 'valid' | 'unjudged'>, string>> = {
  unsupported: 'loại chữ ký hoặc thuật toán không được chấp nhận',
  malformed: 'chữ ký bị hỏng',
  uncovered: 'chữ ký không bao trùm toàn bộ tệp',
  altered: 'nội dung tệp không còn đúng như khi ký',
  extended: 'tệp có phần được thêm vào sau khi ký',
  undated: 'chữ ký không ghi thời điểm ký',
  expired: 'chứng thư không có hiệu lực vào thời điểm ký',
  untrusted: 'chứng thư không thuộc tổ chức chứng thực được Trung tâm tin cậy',
};

/** A digital signature in a sentence: `Tệp "phieu.pdf" có chữ ký số hợp lệ của Sở Nội vụ (thời điểm ký: …).` */
export function signatureText({ attachment, signer, signedAt, verdict, extended }: Signature): string {
  const file = capital(fileNamed(inert(attachment, 80)));
  const name = inert(signer ?? '', 120) || 'người không rõ tên';
  const time = given(signedAt === null ? '' : letterTime(new Date(signedAt)), ' (thời điểm ký: ', ')');
  const part = extended ? ' Chữ ký này chỉ bao gồm nội dung tệp trước khi có chữ ký tiếp theo.' : '';
  if (verdict === 'valid') return `${file} có chữ ký số hợp lệ của ${name}${time}.${part}`;
  if (verdict === 'unjudged')
    return `${file} có chữ ký số ghi tên ${name}${time}; ${extended ? 'phần đã ký' : 'nội dung'} không thay đổi sau khi ký, nhưng chưa đối chiếu được chứng thư.${part}`;
  return `${file} có chữ ký số ghi tên ${name}${time} không hợp lệ: ${faults[verdict]}.`;
}
