import type { PaperTyped, ReceiptTyped } from '../../../core/contract.ts';

// As an officer types it; nobody in here exists.

const holder = {
  applicant: 'Đặng Đỗ Thị Diễm Phượng Quyền',
  address: 'Ấp Đường Đào, xã Hồ Thị Kỷ, tỉnh Cà Mau',
  phone: '0900 000 000',
  email: '',
  request: 'Đăng ký khai sinh',
};

export function receiptTyped(change: Partial<ReceiptTyped> = {}): ReceiptTyped {
  return {
    dossierCode: ' h12.123-261124-0007 ',
    ...holder,
    place: 'Thử Bình',
    personalNumberEnd: '0015',
    procedure: '1.001193',
    documents: [{ name: 'Giấy chứng sinh', form: 'original', quantity: 1, note: '' }],
    sets: 1,
    timeLimit: 'Trong ngày',
    dueAt: Date.now() + 86_400_000,
    collectAt: 'centre',
    fee: { vnd: 8_000, paid: true },
    ...change,
  };
}

export const refusalTyped: PaperTyped = {
  form: 'refusal',
  dossierCode: '',
  ...holder,
  place: 'Thử Bình',
  reason: 'Việc này thuộc thẩm quyền của cơ quan khác.',
  legalBasis: '',
  guidance: 'Xin bà con đến Công an xã.',
  contactPhone: '',
};

export const apologyTyped: PaperTyped = {
  form: 'apology',
  dossierCode: 'H12.123-261124-0007',
  ...holder,
  place: 'Thử Bình',
  receivedAt: Date.parse('2026-11-16T08:05:00+07:00'),
  dueAt: Date.parse('2026-11-23T17:00:00+07:00'),
  newDueAt: Date.parse('2026-11-27T10:30:00+07:00'),
  reason: 'Đang chờ kết quả xác minh.',
  signatory: { title: 'Giám đốc Trung tâm', name: 'Trần Văn Thử' },
};
