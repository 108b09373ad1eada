import type {
  AdminScreen,
  AdminView,
  Call,
  CentreName,
  CounterDesk,
  CounterScreen,
  CounterView,
  DisplayView,
  LaneWaiting,
  OfficerName,
  PortArrival,
  Procedure,
  ProcedureSummary,
  RatingQuestion,
  RatingScreen,
  RatingView,
  SharedCard,
  TicketBrief,
  TicketForOfficer,
} from '../../core/contract.ts';
import { usualClasses } from '../../core/queue/priority-classes.ts';

/** 24/11/2026 08:30 in Cà Mau. */
export const now = Date.UTC(2026, 10, 24, 1, 30);
export const minutes = (count: number) => count * 60_000;

export const centre: CentreName = {
  name: 'Trung tâm Phục vụ hành chính công xã Thử Bình',
  unit: 'UBND xã Thử Bình, tỉnh Cà Mau',
  hotline: '1900 0000',
};

export const officers: OfficerName[] = [
  { id: 'can-bo-1', name: 'Nguyễn Thị Mẫu' },
  { id: 'can-bo-2', name: 'Trần Văn Thử' },
  { id: 'can-bo-3', name: 'Danh Thị Sa Phia Ví Dụ' },
];
const officer: OfficerName = { id: 'can-bo-1', name: 'Nguyễn Thị Mẫu' };

export const lanes: LaneWaiting[] = [
  { letter: 'A', name: 'Hộ tịch – Chứng thực', waiting: 7, waitingMinutes: { from: 20, to: 40 } },
  { letter: 'B', name: 'Cư trú – Căn cước – Xe', waiting: 12, waitingMinutes: null },
  { letter: 'C', name: 'Đất đai – Xây dựng', waiting: 3, waitingMinutes: { from: 0, to: 5 } },
  { letter: 'D', name: 'Kinh doanh – Việc làm', waiting: 0, waitingMinutes: { from: 45, to: 85 } },
  { letter: 'E', name: 'Trợ cấp – Người có công', waiting: 4, waitingMinutes: { from: 20, to: 40 } },
  { letter: 'H', name: 'Hướng dẫn chung', waiting: 1, waitingMinutes: null },
];

/** What the screens of the staff do not look at. */
const unnamed = {
  level: null,
  effectiveFrom: null,
  effectiveTo: null,
  onlineOnly: false,
  lifeEvents: [],
  channels: [],
  cases: [],
  commonMistakes: [],
};

export const birth: Procedure = {
  ...unnamed,
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  field: 'Hộ tịch',
  onlineLevel: 'full',
  laneLetter: 'A',
  feeVnd: 0,
  feeNote:
    'Miễn khi đăng ký đúng hạn (60 ngày); quá hạn do HĐND tỉnh quy định. Bản sao trích lục 8.000 đ/bản',
  timeLimit: 'Trong ngày; nhận sau 15 giờ mà chưa xong thì trả ngày làm việc tiếp theo',
  documents: [
    {
      name: 'Tờ khai đăng ký khai sinh / mẫu điện tử tương tác',
      original: 1,
      copies: 0,
      note: 'Bản giấy chỉ khi nộp trực tiếp',
    },
    {
      name: 'Giấy chứng sinh',
      original: 1,
      copies: 0,
      note: 'Không có: văn bản người làm chứng; không có người làm chứng: giấy cam đoan về việc sinh',
    },
    {
      name: 'Văn bản xác nhận mang thai hộ của cơ sở y tế',
      original: 1,
      copies: 0,
      note: 'Chỉ khi mang thai hộ',
    },
    {
      name: 'Giấy chứng nhận kết hôn của cha mẹ',
      original: 0,
      copies: 0,
      note: 'Xuất trình nếu dữ liệu chưa có trong CSDL hộ tịch',
    },
    {
      name: 'Căn cước/CCCD/hộ chiếu hoặc căn cước điện tử trên VNeID của người yêu cầu',
      original: 0,
      copies: 0,
      note: 'Chỉ xuất trình/khai thác từ CSDL dân cư; không thu bản giấy khi dữ liệu có sẵn',
    },
    {
      name: 'Văn bản ủy quyền',
      original: 1,
      copies: 0,
      note: 'Chỉ khi ủy quyền; người thân ruột thịt/vợ chồng thường không phải chứng thực ủy quyền',
    },
  ],
  legalBasis: ['Luật Hộ tịch 60/2014/QH13'],
  uncertain: ['onlineLevel'],
};

export const residence: Procedure = {
  ...unnamed,
  code: '1.004222',
  name: 'Đăng ký thường trú',
  field: 'Đăng ký, quản lý cư trú',
  onlineLevel: 'full',
  laneLetter: 'B',
  feeVnd: 20_000,
  feeNote: '10.000 đ nếu nộp trực tuyến',
  timeLimit: '07 ngày làm việc',
  documents: [
    { name: 'Tờ khai thay đổi thông tin cư trú CT01', original: 1, copies: 0, note: '' },
    {
      name: 'Giấy tờ chứng minh chỗ ở hợp pháp',
      original: 0,
      copies: 1,
      note: 'Bỏ khi khai thác được từ CSDL',
    },
  ],
  legalBasis: ['Luật Cư trú 68/2020/QH14'],
  uncertain: [],
};

const firstLanes = lanes.slice(0, 2);
const brief = (number: string, more: Partial<TicketBrief> = {}): TicketBrief => ({
  id: number,
  number,
  laneName: lanes.find(({ letter }) => number.startsWith(letter))?.name ?? '',
  kind: 'file',
  priority: null,
  procedureName: 'Đăng ký khai sinh',
  issuedAt: now - minutes(12),
  returns: 0,
  ...more,
});
const inLine = [
  brief('B027', { priority: 'elderly', issuedAt: now - minutes(4), procedureName: 'Đăng ký thường trú' }),
  brief('A013', { issuedAt: now - minutes(19) }),
  brief('A014', { kind: 'result', procedureName: null, issuedAt: now - minutes(17), returns: 1 }),
];
const waiting = [
  ...inLine,
  ...Array.from({ length: 14 }, (_, index) =>
    brief(`${index % 3 === 0 ? 'A' : 'B'}${String(28 + index).padStart(3, '0')}`, {
      kind: index === 5 ? 'online-help' : 'file',
      procedureName: index % 3 === 0 ? 'Chứng thực bản sao từ bản chính' : 'Đăng ký thường trú',
      priority: index === 4 ? 'pregnant-or-small-child' : null,
      issuedAt: now - minutes(15 - index),
    }),
  ),
];
const desk: CounterDesk = {
  officer,
  revision: 7,
  onBreak: false,
  lanes: firstLanes.map((lane) => ({ ...lane, isOwn: lane.letter === 'A' })),
  otherLanes: lanes.map(({ letter, name }) => ({ letter, name })),
  otherCounters: [
    { id: 'quay-1', name: 'Quầy 1' },
    { id: 'quay-3', name: 'Quầy 3' },
    { id: 'quay-4', name: 'Quầy 4' },
  ],
  priorityClasses: usualClasses,
  next: inLine,
  waiting,
  parked: [brief('A006', { issuedAt: now - minutes(64) })],
  missed: [brief('A009', { returns: 1 }), brief('B021', { kind: 'question', procedureName: null })],
  servedToday: 9,
  undo: { number: 'A011', move: 'finish' },
  slips: {
    printers: [{ name: 'Máy in sảnh', at: 'paper-out' }],
    troubles: [
      {
        id: 'job-2',
        kind: 'ticket',
        number: 'A010',
        why: 'uncertain',
        at: Date.UTC(2026, 2, 16, 2, 1),
        reprint: 0,
      },
      {
        id: 'job-1',
        kind: 'help',
        number: null,
        why: 'too-old',
        at: Date.UTC(2026, 2, 16, 1, 1),
        reprint: 0,
      },
    ],
  },
  procedures: null,
  helpRequests: [],
  place: 'Thử Bình',
};
/** A quiet morning: one lane, nobody there, nothing done yet. */
const emptyDesk: CounterDesk = {
  ...desk,
  lanes: desk.lanes.map((lane) => ({ ...lane, waiting: 0 })),
  next: [],
  waiting: [],
  parked: [],
  missed: [],
  servedToday: 0,
  undo: null,
};
export const ticket: TicketForOfficer = {
  id: 'ticket-a012',
  kind: 'file',
  priority: null,
  services: [],
  reason: { why: 'longest-waiting' },
  sharedCard: null,
  dossiers: [],
  proposedDue: {},
  number: 'A012',
  laneName: 'Hộ tịch – Chứng thực',
  procedure: birth,
  issuedAt: now - minutes(22),
  calledAt: now - minutes(2),
  calls: 2,
  waits: { callAgainMs: 0, missedMs: 0 },
};
export const sharedCard: SharedCard = {
  fields: (
    [
      ['fullName', 'Đặng Đỗ Thị Diễm Phượng Quyền'],
      ['number', '095183990015'],
      ['dateOfBirth', '1983-05-19'],
      ['gender', 'female'],
      ['address', 'Ấp Đường Đào, Xã Hồ Thị Kỷ, Thới Bình, Bạc Liêu'],
    ] as const
  ).map(([field, value]) => ({ field, value, from: 'card', doubt: null, kept: false })),
  doubts: [],
};

export const counterScreens = {
  signedOut: { at: 'signed-out', officers },
  nobodyListed: { at: 'signed-out', officers: [] },
  ready: { at: 'ready', desk },
  nobodyWaits: { at: 'ready', desk: emptyDesk },
  onBreak: { at: 'ready', desk: { ...desk, onBreak: true } },
  called: { at: 'called', desk, ticket },
  justCalled: { at: 'called', desk, ticket: { ...ticket, waits: { callAgainMs: 2_400, missedMs: 12_400 } } },
  calledWithPriority: {
    at: 'called',
    desk: { ...desk, undo: { number: 'A1012', move: 'call' } },
    ticket: {
      ...ticket,
      number: 'A1012',
      priority: 'pregnant-or-small-child',
      reason: { why: 'priority', class: 'pregnant-or-small-child', inARow: 2 },
      issuedAt: now - minutes(65),
    },
  },
  calledWithoutProcedure: {
    at: 'called',
    desk,
    ticket: {
      ...ticket,
      number: 'H003',
      laneName: 'Hướng dẫn chung',
      procedure: null,
      calls: 1,
      reason: { why: 'helps-out', lane: 'H' },
    },
  },
  calledForResult: {
    at: 'called',
    desk,
    ticket: {
      ...ticket,
      kind: 'result',
      procedure: null,
      reason: { why: 'chosen', reason: 'came-back' },
    },
  },
  serving: { at: 'serving', desk, ticket },
  servingResidence: { at: 'serving', desk, ticket: { ...ticket, number: 'B026', procedure: residence } },
  servingMore: {
    at: 'serving',
    desk: { ...desk, undo: { number: 'A012', move: 'begin' }, next: [], waiting: [] },
    ticket: { ...ticket, procedure: residence, services: [birth, residence], sharedCard },
  },
  addingService: {
    at: 'serving',
    desk: { ...desk, procedures: [birth, residence].map(summaryOf) },
    ticket,
  },
} satisfies Record<string, CounterScreen>;

function summaryOf({ code, name, field, onlineLevel, laneLetter, lifeEvents }: Procedure): ProcedureSummary {
  return { code, name, field, onlineLevel, laneLetter, lifeEvents };
}

export function counterView(screen: CounterScreen): CounterView {
  return { role: 'counter', centre, counter: { id: 'quay-2', name: 'Quầy 2' }, screen };
}

const called = (id: number, number: string, counterName: string, ago: number, calls = 1): Call => ({
  id,
  number,
  counterName,
  calledAt: now - ago,
  calls,
});
const quietDisplay: DisplayView = {
  role: 'display',
  centre,
  calls: [],
  lately: [],
  counters: ['Quầy 1', 'Quầy 2', 'Quầy 3', 'Quầy 4'].map((name) => ({ name, number: null })),
  lanes: lanes.map((lane) => ({ ...lane, waiting: 0 })),
  volume: [{ from: '00:00', percent: 80 }],
  notices: [],
};
export const displayViews = {
  quiet: quietDisplay,
  first: { ...quietDisplay, lanes, calls: [called(19, 'A001', 'Quầy 1', minutes(1))] },
  busy: {
    ...quietDisplay,
    lanes,
    calls: [
      called(18, 'A012', 'Quầy 2', 2_000, 2),
      called(17, 'C004', 'Quầy 3', 9_000),
      called(16, 'A012', 'Quầy 2', minutes(1)),
      called(15, 'B026', 'Quầy 2', minutes(4)),
      called(14, 'E008', 'Quầy 4', minutes(7)),
      called(13, 'A011', 'Quầy 1', minutes(9)),
    ],
    counters: [
      { name: 'Quầy 1', number: 'A011' },
      { name: 'Quầy 2', number: 'A012' },
      { name: 'Quầy 3', number: 'C004' },
      { name: 'Quầy 4', number: null },
    ],
    notices: ['Trung tâm nghỉ trưa từ 11 giờ 30.'],
  },
} satisfies Record<string, DisplayView>;

export const question: RatingQuestion = {
  id: 'hai-long-chung-1',
  vi: 'Bà con có hài lòng với lần phục vụ vừa rồi không?',
  en: 'Were you satisfied with the service just now?',
  choices: [
    { id: 'rat-hai-long', face: 'happy', vi: 'Rất hài lòng', en: 'Very satisfied' },
    { id: 'hai-long', face: 'content', vi: 'Hài lòng', en: 'Satisfied' },
    { id: 'khong-hai-long', face: 'unhappy', vi: 'Không hài lòng', en: 'Not satisfied' },
  ],
};

export const ratingScreens = {
  idle: { at: 'idle' },
  asking: { at: 'asking', visit: 'luot-0001', question },
  thanks: { at: 'thanks' },
} satisfies Record<string, RatingScreen>;

export function ratingView(screen: RatingScreen): RatingView {
  return { role: 'rating', centre, counter: { id: 'quay-2', name: 'Quầy 2' }, screen };
}

type Overview = Extract<AdminScreen, { at: 'overview' }>;
const counts = (happy: number, content: number, unhappy: number) =>
  question.choices.map((choice, index) => ({ ...choice, n: [happy, content, unhappy][index] ?? 0 }));

export const workingDay: Overview = {
  at: 'overview',
  officer: { id: 'quan-tri-1', name: 'Lê Thị Quản' },
  today: '2026-11-24',
  ratings: { n: 37, acknowledged: 35, byChoice: counts(21, 13, 3) },
  tickets: { issued: 86, waiting: 27, serving: 4, done: 52, missed: 3 },
  slips: { printed: 80, failed: 4, voided: 2, waiting: 0 },
  asked: 52,
  sync: {
    state: 'ok',
    hub: 'https://hub.vi-du.gov.vn',
    pending: 2,
    oldestPendingAt: now - minutes(3),
    lastSuccessAt: now - minutes(4),
    trouble: null,
  },
  printer: { at: 'ready' },
  camera: { at: 'looking', width: 1280, height: 720 },
  scanner: { path: '/dev/ttyACM0', at: 'ready', unreadableAt: null },
  stations: [
    { id: 'kiosk', role: 'kiosk', counterName: null, connected: 1 },
    { id: 'display', role: 'display', counterName: null, connected: 1 },
    { id: 'counter-quay-1', role: 'counter', counterName: 'Quầy 1', connected: 1 },
    { id: 'counter-quay-2', role: 'counter', counterName: 'Quầy 2', connected: 1 },
    { id: 'counter-quay-3', role: 'counter', counterName: 'Quầy 3', connected: 0 },
    { id: 'counter-quay-4', role: 'counter', counterName: 'Quầy 4', connected: 1 },
    { id: 'rating-quay-1', role: 'rating', counterName: 'Quầy 1', connected: 1 },
    { id: 'rating-quay-2', role: 'rating', counterName: 'Quầy 2', connected: 1 },
    { id: 'rating-quay-3', role: 'rating', counterName: 'Quầy 3', connected: 0 },
    { id: 'rating-quay-4', role: 'rating', counterName: 'Quầy 4', connected: 0 },
    { id: 'admin', role: 'admin', counterName: null, connected: 1 },
  ],
  phone: { on: false, port: null, address: null, trouble: null },
  lan: {
    on: true,
    port: 4743,
    addresses: ['https://192.168.1.10:4743', 'https://motcua-1:4743'],
    fingerprint: Array.from({ length: 32 }, (_, index) => (index * 7 + 16).toString(16).toUpperCase()).join(
      ':',
    ),
    trouble: null,
    counters: ['quay-1', 'quay-2', 'quay-3'].map((id, index) => ({ id, name: `Quầy ${index + 1}` })),
    codes: [{ code: 'KX7P-3MQA', role: 'rating', counterId: 'quay-2', expiresAt: now + minutes(9) }],
    machines: [
      {
        id: 'm1',
        role: 'counter',
        counterId: 'quay-1',
        enrolledAt: now - minutes(60 * 24 * 3),
        lastSeenAt: now - minutes(1),
        lastAddress: '192.168.1.31',
        connected: 1,
      },
      {
        id: 'm2',
        role: 'display',
        counterId: null,
        enrolledAt: now - minutes(60 * 24 * 3),
        lastSeenAt: now - minutes(40),
        lastAddress: '192.168.1.40',
        connected: 0,
      },
    ],
  },
};

export const adminScreens = {
  signedOut: { at: 'signed-out', officers: [{ id: 'quan-tri-1', name: 'Lê Thị Quản' }] },
  workingDay,
  firstRating: {
    ...workingDay,
    ratings: { n: 1, acknowledged: 0, byChoice: counts(1, 0, 0) },
    tickets: { issued: 3, waiting: 1, serving: 1, done: 1, missed: 0 },
    slips: { printed: 0, failed: 0, voided: 0, waiting: 0 },
    asked: 1,
    sync: {
      ...workingDay.sync,
      state: 'never',
      pending: 6,
      oldestPendingAt: now - minutes(11),
      lastSuccessAt: null,
    },
    printer: { at: 'paper-low' },
    camera: { at: 'starting' },
  },
  freshMachine: {
    ...workingDay,
    phone: { on: false, port: null, address: null, trouble: null },
    lan: {
      on: false,
      port: null,
      addresses: [],
      fingerprint: null,
      trouble: null,
      counters: workingDay.lan.counters,
      codes: [],
      machines: [],
    },
    ratings: { n: 0, acknowledged: 0, byChoice: counts(0, 0, 0) },
    tickets: { issued: 0, waiting: 0, serving: 0, done: 0, missed: 0 },
    slips: { printed: 0, failed: 0, voided: 0, waiting: 0 },
    asked: 0,
    sync: {
      state: 'never',
      hub: null,
      pending: 0,
      oldestPendingAt: null,
      lastSuccessAt: null,
      trouble: null,
    },
    camera: null,
    scanner: null,
    stations: [],
  },
  inTrouble: {
    ...workingDay,
    sync: {
      state: 'failing',
      hub: 'https://hub.vi-du.gov.vn',
      pending: 1289,
      oldestPendingAt: now - minutes(26 * 60),
      lastSuccessAt: now - minutes(26 * 60),
      trouble:
        'Máy chủ tỉnh đã có dữ liệu khác của thiết bị này; thiết bị có thể vừa được khôi phục từ bản sao, cần đăng ký lại',
    },
    printer: { at: 'error', detail: 'cutter' },
    camera: { at: 'denied' },
    scanner: { path: '/dev/ttyACM0', at: 'ready', unreadableAt: now - minutes(12) },
  },
} satisfies Record<string, AdminScreen>;

/** The page of the scanner test after one arrival, or before it. */
export function scannerTest(what: PortArrival['what'] | null): AdminScreen {
  return {
    at: 'scanner-test',
    officer: workingDay.officer,
    today: workingDay.today,
    wedgeGapMs: 50,
    scanner: workingDay.scanner,
    arrived: what && { n: 1, at: now, what },
  };
}

export function adminView(screen: AdminScreen): AdminView {
  return { role: 'admin', centre, device: '7f3c9a52-0b1e-4d6a-9c11-2f8e5a6b7c8d', screen };
}
