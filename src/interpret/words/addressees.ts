/*
 * To whom forms and letters are sent, as folded words.
 */

/** Bodies that have no part in the mail of the province, and an office's own parts, which fill in what it asks them. */
export const others =
  /\b(?:buu dien|buu chinh|vien thong|vnpt|viettel|mobifone|vinaphone|fpt|cong ty|tap doan|doanh nghiep|ngan hang|kho bac|bao hiem|cac (?:phong|don vi|co quan))\b/;

/**
 * Other offices of the province. A letter to them came to the Centre by mistake or for information; a form or a covering letter may be made out to
 * the office that passes it on.
 */
export const ofTheProvince =
  /(?<=^kinh gui(?: cac)? )(?:so (?!thong tin|buu chinh|tttt|tt tt|khoa hoc va cong nghe)|phong (?!(?:ha tang|ky thuat|cong nghe|cntt|quan tri|he thong|dich vu|thu dien tu))|van phong (?!so)|uy ban|ubnd|hdnd|xa |phuong |huyen|thanh pho|thi tran|chi cuc|ban quan ly|cong an|toa an|truong |benh vien|trung tam y te|hoi |doan )[a-z ]*/;

/** Those who receive such requests or pass them on, whoever else is addressed with them. The Sở once was of post and telecommunications. */
export const ours =
  /\b(?:so (?:thong tin|buu chinh|tttt|tt tt)|stttt|(?:cong nghe thong tin|cntt)(?: va)? (?:truyen thong|tt)|ttcntttt|uy ban nhan dan tinh|ubnd tinh)\b/;

/** Where a sentence goes on after the one it addresses. */
export const sent =
  /\b(?:phieu|danh sach|ho so|de nghi|yeu cau|noi dung|van ban|cong van|file|tep|bieu mau)\b.*/;
