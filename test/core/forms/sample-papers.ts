import type { PaperOf } from '../../../core/forms/form-paper.ts';

// Nobody in here exists.

const at = Date.parse('2026-11-24T09:05:00+07:00');
const body = {
  centreName: 'Trung tâm Phục vụ hành chính công xã Thử Bình',
  unit: 'UBND xã Thử Bình, tỉnh Cà Mau',
  superiorBody: 'UBND xã Thử Bình, tỉnh Cà Mau',
  place: 'Thử Bình',
  hotline: '1900 0000',
};
const applicant = {
  applicant: 'Đặng Đỗ Thị Diễm Phượng Quyền',
  address: 'Ấp Đường Đào, xã Hồ Thị Kỷ, tỉnh Cà Mau',
  phone: '0900 000 000',
  email: 'phuong.quyen@example.invalid',
  request: 'Đăng ký khai sinh',
};
const dossierCode = 'H12.123-261124-0007';

export const samplePapers: { [Form in 'receipt' | 'supplement' | 'refusal' | 'apology']: PaperOf<Form> } = {
  receipt: {
    form: 'receipt',
    ...body,
    ...applicant,
    dossierCode,
    lookUpSecret: 'K7QM',
    accepted: { officer: 'Nguyễn Thị Mẫu', at },
    receivingBody: body.centreName,
    personalNumberEnd: '0015',
    documents: [
      {
        name: 'Tờ khai đăng ký khai sinh / mẫu điện tử tương tác',
        form: 'original',
        quantity: 1,
        note: null,
      },
      { name: 'Giấy chứng sinh', form: 'original', quantity: 1, note: 'Ố vàng, còn đọc được' },
      {
        name: 'Giấy chứng nhận kết hôn của cha mẹ',
        form: 'certified-copy',
        quantity: 2,
        note: null,
      },
    ],
    sets: 1,
    timeLimit: 'Trong ngày; nhận sau 15 giờ mà chưa xong thì trả ngày làm việc tiếp theo',
    dueAt: Date.parse('2026-11-24T17:00:00+07:00'),
    secondDueAt: null,
    collectAt: 'centre',
    fee: { vnd: 20_000, paid: true },
    book: { volume: 3, line: 118 },
  },
  supplement: {
    form: 'supplement',
    ...body,
    ...applicant,
    dossierCode: null,
    officer: 'Nguyễn Thị Mẫu',
    at,
    items: [
      { name: 'Giấy chứng sinh', lack: 'Bản nộp bị rách mất phần ghi ngày sinh, xin nộp bản chính khác' },
      { name: 'Văn bản ủy quyền', lack: 'Chưa có chữ ký của người được ủy quyền' },
    ],
    reason: 'Hồ sơ chưa đủ giấy tờ theo danh mục đã niêm yết.',
    legalBasis: 'Điều 16 Luật Hộ tịch 60/2014/QH13',
    contactPhone: '0290 000 0000',
  },
  refusal: {
    form: 'refusal',
    ...body,
    ...applicant,
    dossierCode: null,
    officer: 'Nguyễn Thị Mẫu',
    at,
    reason: 'Việc này thuộc thẩm quyền của cơ quan đăng ký cư trú nơi ông/bà thường trú.',
    legalBasis: 'Luật Cư trú 68/2020/QH14',
    guidance: 'Xin bà con đến Công an xã nơi thường trú, hoặc nộp trên Cổng Dịch vụ công quốc gia.',
    contactPhone: '0290 000 0000',
  },
  apology: {
    form: 'apology',
    ...body,
    ...applicant,
    dossierCode,
    officer: 'Nguyễn Thị Mẫu',
    at,
    receivedAt: Date.parse('2026-11-16T08:05:00+07:00'),
    dueAt: Date.parse('2026-11-23T17:00:00+07:00'),
    reason: 'Đang chờ kết quả xác minh của nơi cư trú trước đây.',
    newDueAt: Date.parse('2026-11-27T10:30:00+07:00'),
    signatory: { title: 'Giám đốc Trung tâm', name: 'Trần Văn Thử' },
  },
};
