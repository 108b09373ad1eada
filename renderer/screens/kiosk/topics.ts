import type { Language, ProcedureSummary } from '../../../core/contract.ts';

export type TopicId =
  | 'family'
  | 'certify'
  | 'residence'
  | 'identity'
  | 'welfare'
  | 'land'
  | 'vehicle'
  | 'business'
  | 'work'
  | 'other';
export type Topic = { id: TopicId; title: Record<Language, string>; procedures: ProcedureSummary[] };

/**
 * Official fields are too many and too learned for one question, so a few of them share a door named in plain words.
 * A field that no topic names goes to the last one: a catalogue edited by the centre never loses a procedure here.
 */
export function topicsOf(procedures: readonly ProcedureSummary[]): Topic[] {
  return topics
    .map(({ id, vi, en }) => ({
      id,
      title: { vi, en },
      procedures: procedures.filter((procedure) => topicIdOf(procedure.field) === id),
    }))
    .filter((topic) => topic.procedures.length > 0);
}

function topicIdOf(field: string): TopicId {
  const main = field.split(' / ')[0] ?? field;
  return topics.find((topic) => topic.fields.includes(field) || topic.fields.includes(main))?.id ?? 'other';
}

const topics: { id: TopicId; fields: string[]; vi: string; en: string }[] = [
  {
    id: 'family',
    fields: ['Hộ tịch', 'Nuôi con nuôi'],
    vi: 'Khai sinh, kết hôn, khai tử',
    en: 'Birth, marriage, death',
  },
  {
    id: 'certify',
    fields: ['Chứng thực'],
    vi: 'Sao y, chứng thực giấy tờ',
    en: 'Certified copies',
  },
  {
    id: 'residence',
    fields: ['Đăng ký, quản lý cư trú'],
    vi: 'Thường trú, tạm trú, hộ khẩu',
    en: 'Residence, household',
  },
  {
    id: 'identity',
    fields: [
      'Cấp, quản lý căn cước',
      'Định danh và xác thực điện tử',
      'Quản lý xuất nhập cảnh',
      'Lý lịch tư pháp',
    ],
    vi: 'Căn cước, VNeID, hộ chiếu',
    en: 'Identity card, passport',
  },
  {
    id: 'welfare',
    fields: ['Bảo trợ xã hội', 'Người có công'],
    vi: 'Trợ cấp, người có công',
    en: 'Allowances, social support',
  },
  {
    id: 'land',
    fields: ['Đất đai', 'Hoạt động xây dựng'],
    vi: 'Đất đai, nhà cửa, xây dựng',
    en: 'Land, housing, building',
  },
  {
    id: 'vehicle',
    fields: ['Đăng ký, quản lý phương tiện', 'Đường thủy nội địa', 'Sát hạch, cấp GPLX (CSGT)'],
    vi: 'Xe cộ, ghe tàu, bằng lái',
    en: 'Vehicles, boats, licences',
  },
  {
    id: 'business',
    fields: ['Thành lập và hoạt động hộ kinh doanh', 'Thành lập và hoạt động doanh nghiệp'],
    vi: 'Mua bán, kinh doanh',
    en: 'Trade and business',
  },
  {
    id: 'work',
    fields: ['Lao động', 'Việc làm'],
    vi: 'Việc làm, thất nghiệp',
    en: 'Work, unemployment',
  },
  { id: 'other', fields: [], vi: 'Việc khác', en: 'Other' },
];
