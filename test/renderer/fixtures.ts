import type {
  DockView,
  KioskScreen,
  KioskView,
  LaneWaiting,
  NotACard,
  Procedure,
  ProcedureSummary,
} from '../../core/contract.ts';
import catalogue from '../../resources/procedures.json' with { type: 'json' };

/** Views as the core would send them, one for every state of the kiosk; only invented people. */

export const centre = {
  name: 'Trung tâm Phục vụ hành chính công xã Đất Mũi',
  unit: 'Ủy ban nhân dân xã Đất Mũi, tỉnh Cà Mau',
  hotline: '0290 000 0000',
};

const laneA: LaneWaiting = {
  letter: 'A',
  name: 'Hộ tịch, chứng thực',
  waiting: 7,
  waitingMinutes: { from: 20, to: 40 },
};
const laneC: LaneWaiting = { letter: 'C', name: 'Đất đai, xây dựng', waiting: 12, waitingMinutes: null };
export const lanes: LaneWaiting[] = [
  laneA,
  { letter: 'B', name: 'Cư trú, căn cước', waiting: 3, waitingMinutes: { from: 0, to: 5 } },
  laneC,
  { letter: 'D', name: 'Bảo trợ xã hội, người có công', waiting: 0, waitingMinutes: { from: 45, to: 85 } },
  {
    letter: 'E',
    name: 'Kinh doanh, lao động và việc khác',
    waiting: 1,
    waitingMinutes: { from: 20, to: 40 },
  },
];

const laneLetters: Record<string, string> = {
  'Hộ tịch': 'A',
  'Hộ tịch / liên thông': 'A',
  'Chứng thực': 'A',
  'Đăng ký, quản lý cư trú': 'B',
  'Cấp, quản lý căn cước': 'B',
  'Đất đai': 'C',
  'Hoạt động xây dựng': 'C',
  'Bảo trợ xã hội': 'D',
  'Người có công': 'D',
};

export const procedures: Procedure[] = catalogue.map((entry) => ({
  code: entry.code,
  name: entry.name,
  field: entry.field,
  onlineLevel: entry.onlineLevel === 'full' ? 'full' : 'partial',
  laneLetter: laneLetters[entry.field] ?? 'E',
  feeVnd: entry.feeVnd,
  feeNote: entry.feeNote,
  timeLimit: entry.timeLimit,
  documents: entry.documents,
  legalBasis: entry.legalBasis,
  uncertain: entry.lowConfidenceFields,
}));

export const summaries: ProcedureSummary[] = procedures.map(
  ({ code, name, field, onlineLevel, laneLetter }) => ({ code, name, field, onlineLevel, laneLetter }),
);

export function procedureCalled(code: string): Procedure {
  const found = procedures.find((procedure) => procedure.code === code);
  if (found === undefined) throw new Error(`no procedure ${code}`);
  return found;
}

export function kioskView(screen: KioskScreen, part: Partial<KioskView> = {}): KioskView {
  return {
    role: 'kiosk',
    centre,
    language: 'vi',
    goingHomeInSeconds: null,
    printer: 'ready',
    screen,
    ...part,
  };
}

const card = {
  fullName: 'NGUYỄN THỊ MẪU',
  maskedNumber: '•••• •••• 0018',
  birthYear: '1952',
  review: [],
};
const ticket = {
  number: 'A012',
  laneName: laneA.name,
  counters: ['Quầy 1', 'Quầy 2'],
  peopleAhead: 7,
  waitingMinutes: { from: 15, to: 30 },
  issuedAt: Date.UTC(2026, 2, 16, 2, 5),
  procedureName: 'Đăng ký khai sinh',
};
export function procedureScreen(code: string, lane: LaneWaiting = laneA): KioskScreen {
  return { at: 'procedure', procedure: procedureCalled(code), lane };
}

export const notCards: NotACard[] = [
  'empty',
  'health-insurance',
  'web-address',
  'payment-code',
  'passport',
  'old-id-card',
  'damaged',
  'unknown',
];

export const kioskViews = {
  welcome: kioskView({ at: 'welcome', lanes }),
  notice: kioskView({ at: 'notice' }),
  scan: kioskView({ at: 'scan', refused: null }),
  'scan-refused': kioskView({ at: 'scan', refused: 'passport' }),
  greeting: kioskView({ at: 'greeting', card }),
  'greeting-review': kioskView({
    at: 'greeting',
    card: {
      ...card,
      fullName: 'TÔN NỮ NGUYỄN PHƯỚC HOÀNG THỤC QUYÊN MẪU',
      review: ['birth-year-mismatch', 'address-damaged'],
    },
  }),
  'greeting-only-number': kioskView({
    at: 'greeting',
    card: { fullName: '', maskedNumber: card.maskedNumber, birthYear: '', review: ['only-number'] },
  }),
  procedures: kioskView({ at: 'procedures', procedures: summaries, lanes }),
  procedure: kioskView(procedureScreen('1.001193')),
  'procedure-by-council': kioskView(procedureScreen('1.013831', laneC), { printer: 'paper-low' }),
  'procedure-short': kioskView(procedureScreen('1.010038')),
  'procedure-no-paper': kioskView(procedureScreen('1.001193'), { printer: 'paper-out' }),
  'ticket-printing': kioskView({ at: 'ticket', ticket, paper: { at: 'printing' } }),
  'ticket-printed': kioskView({ at: 'ticket', ticket, paper: { at: 'printed' } }),
  'ticket-not-printed': kioskView({
    at: 'ticket',
    ticket: {
      ...ticket,
      number: 'C1048',
      laneName: laneC.name,
      procedureName: procedureCalled('1.013978').name,
      counters: ['Quầy 3', 'Quầy 4', 'Quầy hướng dẫn'],
    },
    paper: { at: 'not-printed', why: 'paper-out' },
  }),
  'ticket-uncertain': kioskView({
    at: 'ticket',
    ticket: { ...ticket, peopleAhead: 0, waitingMinutes: { from: 0, to: 5 }, counters: [] },
    paper: { at: 'uncertain' },
  }),
  'closed-numbers': kioskView({ at: 'closed', why: 'numbers-exhausted' }),
  'closed-store': kioskView({ at: 'closed', why: 'store-failed' }),
  'still-here': kioskView(procedureScreen('1.001193'), { goingHomeInSeconds: 17 }),
} satisfies Record<string, KioskView>;

/** A drawn stand-in for a slip. */
const slipPng =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

export const dockView: DockView = {
  role: 'dock',
  fault: 'none',
  printer: { at: 'ready' },
  slips: [{ id: 'slip-1', printedAt: ticket.issuedAt, title: 'Phiếu số thứ tự A012', png: slipPng }],
  samples: [
    { name: 'typical', label: 'Thẻ căn cước bình thường' },
    { name: 'health-insurance', label: 'Thẻ bảo hiểm y tế' },
  ],
  sync: {
    state: 'ok',
    hub: 'http://127.0.0.1:4800',
    pending: 2,
    oldestPendingAt: null,
    lastSuccessAt: ticket.issuedAt,
    trouble: null,
  },
};
