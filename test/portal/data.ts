/** Invented, like everything behind this portal. */
export const citizen = {
  fullName: 'Trần Văn Mẫu',
  number: '079085990001',
  dateOfBirth: '12/03/1985',
  address: '12 Đường Thử Nghiệm, Phường Mẫu',
};

export type PortalProcedure = { id: string; name: string; papers: string[]; feeVnd: number };
export const procedures: PortalProcedure[] = [
  {
    id: 'khai-sinh',
    name: 'Đăng ký khai sinh',
    papers: ['Giấy chứng sinh'],
    feeVnd: 0,
  },
  {
    id: 'tam-tru',
    name: 'Đăng ký tạm trú',
    papers: ['Giấy tờ chứng minh chỗ ở hợp pháp'],
    feeVnd: 7000,
  },
  {
    id: 'ly-lich-tu-phap',
    name: 'Cấp Phiếu lý lịch tư pháp',
    papers: ['Ảnh chân dung'],
    feeVnd: 200_000,
  },
];
export const agencies = ['UBND xã Mẫu Một', 'UBND xã Mẫu Hai', 'UBND phường Mẫu Ba'];
export const cases = ['Cho chính mình', 'Cho con', 'Làm thay người khác'];
export const dossierStates = [
  'Mới đăng ký',
  'Được tiếp nhận',
  'Yêu cầu bổ sung',
  'Đang xử lý',
  'Đã trả kết quả',
] as const;

export type Draft = {
  id: string;
  procedure: PortalProcedure;
  agency: string;
  case: string;
  phone: string;
  papers: Record<string, string>;
  result: string;
};
export type Dossier = { code: string; procedure: string; state: (typeof dossierStates)[number] };
