import { phrase } from '../../text/spoken.ts';

/*
 * What headings that the form does not know, and the words below them, say of a row. All but the ticks and phrases are for folded words.
 */

/** Who somebody is: nothing below such a heading speaks of the wish. */
export const personal =
  /\b(?:sinh|gioi tinh|nam nu|nu|cccd|cmnd|can cuoc|dinh danh|ho chieu|trinh do|bang|bang cap|hoc (?:vi|ham)|chuyen (?:mon|nganh)|nganh|dan toc|ton giao|que quan|nguyen quan|dia chi|noi o|thuong tru|tam tru|(?:dang|doan) vien|he so|luong|bac|ma so|ma (?:can bo|cong chuc|vien chuc|nhan vien|so thue)|bhxh|bao hiem|ca nhan)\b/;

/** Below it a mark says that the row is done, or is not to be: `Đã thực hiện`, `Giữ lại`, `Không`, `Số phiếu đã gửi`. */
export const against =
  /^(?:da (?:duoc )?(?:thuc hien|xu ly|giai quyet|cap|huy|khoa|xoa|doi|tao|lam|xong|hoan thanh|hoan tat|nhan|gui)|hoan (?:thanh|tat)|xong|khong|chua|giu(?! (?:chuc|vi tri|ngach))|de (?:lai|sau)|duy tri|tam hoan|hoan|loai (?:bo|ra)|bo qua|tu choi)\b|^(?:so|ngay|lan|dot|phieu|cong van|van ban)(?: \S+){0,2} da (?:duoc )?(?:gui|de nghi|yeu cau|thuc hien|xu ly|giai quyet)\b/;
/** Below it a tick says that the row is not to be done, or is wrong; `takesBack` hears more of such headings. */
export const withdrawing = /^(?:sai|nham|loi|thua|trung|ngung|tra lai|tra ve|rut lai)(?: (?:x|sot|lap))?$/;
/** Below it stands what became of the row. */
export const outcome = /^ket qua(?: (?:giai quyet|xu ly|thuc hien))?$/;
/** Below it stands how far the row has come. */
export const progress = /^(?:ket qua|trang thai|tien do)(?: (?:giai quyet|xu ly|thuc hien))?$/;
export const inWork = /^(?:(?:dang|cho) )+(?:lam|cho|cap)$/;
/** Below it stands what somebody who decides makes of the row. */
export const reviewing =
  /^(?:y kien|nhan xet|but phe|tham dinh|tham tra|chi dao)\b|^(?:ghi chu|phan hoi|xac nhan|de xuat)(?: \S+){0,3} (?:lanh dao|ld|giam doc|thu truong|truong phong|chanh van phong|chu tich)\b/;
/** What lets the row be done there. */
export const agreed = phrase(
  '(?:đồng ý|thống nhất|nhất trí|duyệt|phê duyệt|chấp thuận|chấp nhận|cho phép|tán thành|đồng thuận|đúng|hợp lệ|đạt|ok|oke|yes|có|x|v|y|1|ký|đã ký|xác nhận|giải quyết|thực hiện|xử lý|!cần thiết|như trên|đề nghị|trình|kính (?:chuyển|trình)|chuyển (?:trung tâm|sở|tt)|không (?:có )?ý kiến)',
);
/** Below it stands a time. */
export const ofTime = /\b(?:nam|thoi|ke hoach|ky|dot|nghi|hieu luc)\b/;
/** Of a mailbox that is there no longer. */
export const taken = /\b(?:huy|xoa|thu hoi|dong)\b/;
/** Below it stands how something is, and not what is to become of it. */
export const state = /^(?:(?:hien )?trang|tinh trang|trang thai)\b/;
/** Below it a mark says that somebody stays, who is to lose the mailbox. */
export const staying = /^(?:(?:con|dang|van|van dang|van con) (?:cong tac|lam viec|su dung|dung|o)|o lai)\b/;
/** Below it stands whether there is a mailbox. */
export const having =
  /^(?:(?:da|co|con)(?: (?:co|duoc cap))*|(?:hien )?trang|tinh trang|trang thai)\b.*\b(?:hop thu|e mail|email|mail|thu dien tu|thu cong vu|tai khoan)\b|^(?:hop thu|e mail|email|mail|thu dien tu|tai khoan)\b.*\b(?:hien|da|dang) co$/;
export const lacking = /^chua\b.*\b(?:hop thu|e mail|email|mail|thu dien tu|thu cong vu|tai khoan)\b/;
const centre =
  '(?:(?:ve|cho|sang|len|quy) )*(?:tt|trung tam|ttcntt|sttt|so (?:tttt|thong tin))(?: \\S+){0,6}';
/** Below it the rows are marked that are to be done, or that are meant for the centre: `Duyệt`, `Gửi TT`. */
export const choosing = new RegExp(
  `^(?:(?:lanh dao|ld|giam doc|y kien|duoc|can) )*(?:thuc hien|lam|xu ly|(?:da )?(?:phe |ky )?duyet|dong y|thong nhat|thong qua|chon|lua chon|(?:co )?nhu cau(?: su dung| cap)?|check|danh dau|yeu cau|de nghi|de nghi thuc hien|(?:gui|trinh)(?: di| len| dot nay)?|(?:gui|trinh|chuyen) ${centre})(?: (?:x|v|co|danh dau x))?$`,
);
/** Below it stands the day on which something was done. */
export const doneOn =
  /^(?:da )?(?:ngay|thoi gian) (?:da )?(?:thuc hien|hoan thanh|xu ly|giai quyet|huy|khoa|thu hoi)\b/;
/** Below it stands what an account is for. */
export const system = /\b(?:he thong|phan mem|ung dung|loai (?:tai khoan|hop thu|dich vu)|dich vu)\b/;
export const mail =
  /^(?:loai )?(?:e mail|email|mail|thu|thu dien tu|thu cong vu|hop thu|hop thu dien tu|hop thu cong vu|tai khoan thu|cong vu|ca nhan|nguoi dung|thuong|moi|cu|binh thuong)\b/;

export const ticked = /^(?:[xv+✓✔☑☒■√þ]+|1|c|y|yes|true|ok|có|co|đồng ý|rồi|roi|đã có|da co|đúng)$/iu;
export const unticked =
  /^(?:[☐□0o]|k|ko|kg|n|no|false|sai|không|khong|chưa|chua|không có|chưa có|khong co|chua co)$/iu;

/** Words that alone say that something is not to be done, or is done. */
export const refusing =
  /^(?:khong(?: (?:duyet|dong y|thong nhat|cap|huy|lam|thuc hien|can|nen|duoc|phai|nua|giai quyet|chap\b.*))?|ko|k|n|no|chua(?: (?!tung|lan)\S+){0,2}|giu(?! (?:chuc|vi tri|ngach))\b.*|de (?:lai|nguyen|sau|xem)\b.*|duy tri|doi (?:y kien|quyet dinh|qd)\b.*|hoan|hoan lai|tam (?:hoan|dung|ngung|gac|chua)\b.*|tu choi|bo|bo qua|loai|thoi|khoan|tra lai|huy yeu cau)$/;
export const done =
  /^(?:\S+ )?(?:da|vua) (?:duoc )?(?:thuc hien|xu ly|giai quyet|cap|huy|khoa|xoa|tao|lam|xong|hoan thanh|hoan tat|gui)\b|^(?:da )?(?:xong|roi|hoan (?:thanh|tat)|done|ok roi|co roi)$|^da$/;
