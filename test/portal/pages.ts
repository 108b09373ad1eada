import { create } from 'qrcode';
import type { Control } from './control.ts';
import {
  agencies,
  cases,
  citizen,
  procedures,
  type Dossier,
  type Draft,
  type PortalProcedure,
} from './data.ts';

/** Ids and words as they are, or as another release would have them. */
type Names = { id: (name: string) => string; word: (text: string) => string };
function namesOf({ isChanged }: Control): Names {
  return isChanged
    ? { id: (name) => `v2-${name.split('-').toReversed().join('')}`, word: (text) => `${text} »` }
    : { id: (name) => name, word: (text) => text };
}

const style = `body{font:18px sans-serif;margin:0;color:#222}header{background:#8b1d1d;color:#fff;padding:14px 24px}
main{max-width:780px;margin:24px auto;padding:0 24px}label,li,p{line-height:1.7}input,select{font-size:18px;padding:8px}
button,.nut{display:inline-block;font-size:18px;padding:10px 22px;background:#8b1d1d;color:#fff;border:0;border-radius:6px;text-decoration:none}
.loi{color:#b00;font-weight:bold}.qr{width:220px;height:220px}fieldset{margin:12px 0}`;

function page(control: Control, title: string, body: string): string {
  const { id } = namesOf(control);
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${escape(title)}</title><style>${style}</style>
<header><strong>CỔNG MẪU ĐỂ CHƠI THỬ</strong>, không phải cổng thật</header>
<main id="${id('trang')}"><h1>${escape(title)}</h1>${body}</main></html>`;
}

export const broken = (control: Control) => page(control, 'Hệ thống đang bận', '<p>Xin thử lại sau.</p>');

export function start(control: Control, isSignedIn: boolean): string {
  const { id, word } = namesOf(control);
  const way = isSignedIn
    ? '<p><a class="nut" href="/thu-tuc-hanh-chinh">Tìm thủ tục</a> <a href="/ho-so-cong-dan">Hồ sơ của tôi</a></p>'
    : `<p><a class="nut" id="${id('dang-nhap')}" href="/dang-nhap">${word('Đăng nhập')}</a></p>`;
  return page(control, 'Cổng dịch vụ công', `<p>Nộp hồ sơ qua mạng.</p>${way}`);
}

export function signIn(control: Control, login: string, trouble: string): string {
  const { id, word } = namesOf(control);
  return page(
    control,
    'Đăng nhập bằng VNeID',
    `<p>Mở VNeID trên điện thoại và quét mã này.</p><div id="${id('ma-qr')}">${qr(`vneid-thu:${login}`)}</div>
<form method="post" action="/dang-nhap"><input type="hidden" name="ma" value="${login}">${troubleLine(trouble)}
<button id="${id('da-quet')}">${word('Tôi đã quét xong')}</button></form>
<p><a id="dien-thoai-thu" href="/vneid/${login}">Điện thoại thử (chỉ cổng mẫu mới có)</a></p>`,
  );
}

export function otp(control: Control, login: string, trouble: string): string {
  const { id, word } = namesOf(control);
  return page(
    control,
    'Nhập mã OTP',
    `<form method="post" action="/dang-nhap/otp"><input type="hidden" name="ma" value="${login}">${troubleLine(trouble)}
<p><label>Mã OTP gồm 6 số trên điện thoại<br><input id="${id('otp')}" name="otp" inputmode="numeric" autocomplete="off"></label></p>
<button id="${id('xac-nhan')}">${word('Xác nhận')}</button></form>`,
  );
}

/** What the telephone shows: the second page of the sign-in. */
export function phone(login: string, shownOtp: string | null): string {
  const body =
    shownOtp === null
      ? `<form method="post"><button id="dong-y">Đồng ý đăng nhập</button></form>`
      : `<p>Mã OTP của bạn: <strong id="otp-gui-ve">${shownOtp}</strong></p>
<form method="post" action="/dang-nhap"><input type="hidden" name="ma" value="${login}"><button id="quay-lai">Trở lại máy tính</button></form>`;
  return page({ slowMs: 0, fails: false, isChanged: false }, 'VNeID (điện thoại thử)', body);
}

export function procedureList(control: Control): string {
  const { id } = namesOf(control);
  const rows = procedures.map(
    (one) => `<li><a href="/thu-tuc-hanh-chinh/${one.id}">${escape(one.name)}</a></li>`,
  );
  return page(control, 'Tìm thủ tục', `<ul id="${id('danh-sach')}">${rows.join('')}</ul>`);
}

export function procedure(control: Control, shown: PortalProcedure): string {
  const { id, word } = namesOf(control);
  return page(
    control,
    shown.name,
    `<p>Lệ phí qua mạng: ${shown.feeVnd.toLocaleString('vi-VN')} đ</p>
<a class="nut" id="${id('nop-truc-tuyen')}" href="/nop-ho-so?thu-tuc=${shown.id}">${word('Nộp trực tuyến')}</a>`,
  );
}

export function agency(control: Control, shown: PortalProcedure, trouble: string): string {
  const { id } = namesOf(control);
  const choices = ['', ...agencies].map((one) => `<option>${escape(one)}</option>`);
  return step(
    control,
    'Chọn cơ quan thực hiện',
    '/nop-ho-so',
    trouble,
    `<input type="hidden" name="thuTuc" value="${shown.id}">
<label>Cơ quan<br><select id="${id('co-quan')}" name="coQuan">${choices.join('')}</select></label>`,
  );
}

export function chooseCase(control: Control, draft: Draft, trouble: string): string {
  const { id } = namesOf(control);
  const choices = cases.map(
    (one) =>
      `<p><label><input type="radio" name="truongHop" value="${escape(one)}"> ${escape(one)}</label></p>`,
  );
  return step(
    control,
    'Chọn trường hợp',
    here(draft, 'truong-hop'),
    trouble,
    `<fieldset id="${id('truong-hop')}">${choices.join('')}</fieldset>`,
  );
}

export function form(control: Control, draft: Draft, trouble: string): string {
  const { id } = namesOf(control);
  return step(
    control,
    'Tờ khai',
    here(draft, 'to-khai'),
    trouble,
    `<p>${escape(citizen.fullName)}, sinh ngày ${citizen.dateOfBirth}</p>
<p>${escape(citizen.address)}</p>
<label>Số điện thoại<br><input id="${id('dien-thoai')}" name="dienThoai" inputmode="tel" autocomplete="off"></label>`,
  );
}

export function attachments(control: Control, draft: Draft, trouble: string): string {
  const { id } = namesOf(control);
  const rows = draft.procedure.papers.map(
    (paper, index) => `<fieldset><legend>${escape(paper)}</legend>
<p><label><input type="radio" name="giayTo${index}" value="kho"> Lấy từ kho giấy tờ của tôi</label></p>
<p><label>Chọn tệp <input type="file" name="tep${index}"></label></p></fieldset>`,
  );
  return step(
    control,
    'Giấy tờ kèm theo',
    here(draft, 'giay-to'),
    trouble,
    `<div id="${id('giay-to')}">${rows.join('')}</div>`,
  );
}

export function fee(control: Control, draft: Draft, trouble: string): string {
  const { id } = namesOf(control);
  const ways = ['Tại trung tâm', 'Qua bưu điện', 'Bản điện tử'].map(
    (one) => `<p><label><input type="radio" name="nhan" value="${one}"> ${one}</label></p>`,
  );
  return step(
    control,
    'Lệ phí và nhận kết quả',
    here(draft, 'le-phi'),
    trouble,
    `<p>Lệ phí: ${draft.procedure.feeVnd.toLocaleString('vi-VN')} đ</p>
<fieldset id="${id('nhan-ket-qua')}">${ways.join('')}</fieldset>`,
  );
}

export function review(control: Control, draft: Draft, trouble: string): string {
  const { id, word } = namesOf(control);
  return page(
    control,
    'Xem lại và nộp',
    `<p>${escape(draft.procedure.name)}, ${escape(draft.agency)}, ${escape(draft.case)}</p><form method="post">${troubleLine(trouble)}
<p><label><input id="${id('cam-ket')}" type="checkbox" name="camKet" value="co"> Tôi cam kết lời khai là đúng</label></p>
<button id="${id('nop-ho-so')}">${word('Nộp hồ sơ')}</button></form>`,
  );
}

export function filed(control: Control, dossier: Dossier): string {
  const { id } = namesOf(control);
  return page(
    control,
    'Đã nộp hồ sơ',
    `<p>Mã hồ sơ: <strong id="${id('ma-ho-so')}">${dossier.code}</strong></p><p>${escape(dossier.state)}</p>
<p><a href="/ho-so-cong-dan">Hồ sơ của tôi</a></p>`,
  );
}

export function myDossiers(control: Control, dossiers: Dossier[]): string {
  const { id } = namesOf(control);
  const rows = dossiers.map(
    (one) => `<tr><td>${one.code}</td><td>${escape(one.procedure)}</td><td>${escape(one.state)}</td></tr>`,
  );
  return page(
    control,
    'Hồ sơ của tôi',
    `<table id="${id('ho-so')}" cellpadding="8">${rows.join('')}</table>`,
  );
}

function step(control: Control, title: string, action: string, trouble: string, body: string): string {
  const { id, word } = namesOf(control);
  return page(
    control,
    title,
    `<form method="post" action="${action}">${troubleLine(trouble)}${body}<p><button id="${id('tiep-tuc')}">${word('Tiếp tục')}</button></p></form>`,
  );
}

function here(draft: Draft, stepName: string): string {
  return `/tao-ho-so/${draft.id}/${stepName}`;
}

function troubleLine(text: string): string {
  return text === '' ? '' : `<p class="loi" role="alert">${escape(text)}</p>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function qr(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const dark = Array.from({ length: size * size }, (_, at) => at).filter((at) => modules.data[at]);
  const path = dark.map((at) => `M${at % size} ${Math.floor(at / size)}h1v1h-1z`).join('');
  return `<svg class="qr" viewBox="-2 -2 ${size + 4} ${size + 4}" shape-rendering="crispEdges"><path d="${path}"/></svg>`;
}
