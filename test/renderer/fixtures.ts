import type {
  CardField,
  CardReviewReason,
  CorrectableField,
  DockView,
  GreetedCard,
  JourneyStep,
  KioskScreen,
  NumberState,
  KioskView,
  LaneWaiting,
  NotACard,
  Procedure,
  ReviewedField,
  WishesView,
} from '../../core/contract.ts';
import { usualClasses } from '../../core/queue/priority-classes.ts';
import { catalogueOn, readShippedCatalogue } from '../../core/catalogue.ts';
import journeys from '../../resources/journeys.json' with { type: 'json' };
import shipped from '../../resources/procedures.json' with { type: 'json' };

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

export const { procedures, summaries } = catalogueOn(
  readShippedCatalogue(shipped),
  '2026-11-24',
  (field) => laneLetters[field] ?? 'E',
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
    opening: { at: 'open', lastTicketAt: null },
    hasDeskScanner: false,
    wedgeGapMs: 50,
    screen,
    ...part,
  };
}

const card = {
  fullName: 'NGUYỄN THỊ MẪU',
  maskedNumber: '•••• •••• 0018',
  birthYear: '1952',
  holder: 'adult',
  source: 'read',
  review: [],
} satisfies GreetedCard;
const foundNumber: NumberState = {
  number: 'A012',
  laneName: laneA.name,
  state: 'waiting',
  peopleAhead: 3,
  waitingMinutes: { from: 10, to: 20 },
  counterName: null,
  issuedAt: Date.UTC(2026, 2, 16, 2, 5),
  paper: { at: 'voided' },
  canPrint: true,
};
const ticket = {
  statusCode: `MC1:${'ABCDEFGHIJKLM'.repeat(2)}`,
  number: 'A012',
  laneName: laneA.name,
  counters: ['Quầy 1', 'Quầy 2'],
  peopleAhead: 7,
  waitingMinutes: { from: 15, to: 30 },
  issuedAt: Date.UTC(2026, 2, 16, 2, 5),
  kind: 'file' as const,
  procedureName: 'Đăng ký khai sinh',
};
const wishes: WishesView = { priorityClasses: usualClasses, priority: null, share: null };
const lunch = { at: 'closed', why: 'break', name: null, opensAt: Date.UTC(2026, 2, 16, 6, 0) } as const;

export function procedureScreen(code: string, lane: LaneWaiting = laneA): KioskScreen {
  return { at: 'procedure', procedure: procedureCalled(code), lane, wishes, filing: 'possible' };
}

const today = '2026-03-16';
export function typeNumber(number: string): KioskView {
  return kioskView({ at: 'type-number', number, today });
}
export function correctOf(field: CorrectableField, value: string): KioskView {
  return kioskView({ at: 'correct', field, value, earliest: '1900-01-01', today });
}
export function reviewOf(
  fields: ReviewedField[],
  part: { doubts?: CardReviewReason[]; shown?: string } = {},
): KioskView {
  return kioskView({
    at: 'review',
    fields: [
      { field: 'number', value: '•••• •••• 0039', doubt: null, settled: null, isTyped: false },
      ...fields,
    ],
    doubts: part.doubts ?? [],
    numberSays: { gender: 'male', birthYear: 1988 },
    number: { canShow: true, shown: part.shown ?? null },
  });
}
/** Every reason with the field it marks, and a value of it. */
export const reasons: Record<CardReviewReason, [CardField | null, string]> = {
  'only-number': ['fullName', ''],
  'too-many-fields': [null, ''],
  'century-mismatch': ['dateOfBirth', '1888-04-07'],
  'birth-year-mismatch': ['dateOfBirth', '1989-04-07'],
  'number-impossible': ['number', '•••• •••• 0039'],
  'gender-mismatch': ['gender', 'female'],
  'gender-damaged': ['gender', 'male'],
  'name-damaged': ['fullName', ''],
  'name-unusual': ['fullName', 'Trương Ngọc Nghĩaj'],
  'address-damaged': ['address', ''],
  'parent-name-damaged': ['fatherName', ''],
  'old-id-invalid': ['oldId', ''],
  'cancelled-number-invalid': ['cancelledNumber', ''],
  'birth-date-incomplete': ['dateOfBirth', ''],
  'issue-date-invalid': ['issuedOn', ''],
  'issued-in-future': ['issuedOn', '2027-01-01'],
  'wrong-separator': ['fullName', ''],
  mojibake: ['fullName', ''],
  'typed-as-bytes': ['fullName', ''],
  'typed-as-code-points': ['address', ''],
  'digits-as-letters': ['address', ''],
};

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
  'greeting-nameless': kioskView({
    at: 'greeting',
    card: { ...card, fullName: '', review: ['name-damaged'] },
  }),
  'greeting-child': kioskView({
    at: 'greeting',
    card: { ...card, fullName: 'DƯƠNG LÊ BÉ THỬ', birthYear: '2021', holder: 'child' },
  }),
  'greeting-typed': kioskView({ at: 'greeting', card: { ...card, source: 'typed' } }),
  repair: kioskView({
    at: 'repair',
    fullName: 'Trương Ngọc Nghĩa',
    address: 'Khóm 4, Ấp Trại, Năm Căn, Cà Mau',
  }),
  review: reviewOf([
    { field: 'gender', value: 'female', doubt: 'gender-mismatch', settled: null, isTyped: false },
  ]),
  'review-done': reviewOf([
    { field: 'gender', value: 'female', doubt: null, settled: 'kept', isTyped: false },
  ]),
  'review-spoilt': reviewOf([
    { field: 'fullName', value: '', doubt: 'name-damaged', settled: null, isTyped: false },
    { field: 'fatherName', value: '', doubt: 'parent-name-damaged', settled: null, isTyped: false },
  ]),
  'correct-gender': correctOf('gender', 'female'),
  'correct-date': correctOf('dateOfBirth', '1988-04-07'),
  'correct-issue-date': correctOf('issuedOn', ''),
  'correct-name': correctOf('fullName', ''),
  'correct-address': correctOf('address', 'Khóm 4, Cà Mau'),
  'type-number': typeNumber(''),
  'type-name': kioskView({ at: 'type-name', name: '', maskedNumber: '•••• •••• 0039', from: 'keypad' }),
  'type-name-bar-code': kioskView({
    at: 'type-name',
    name: 'Trương Ngọc Nghĩa',
    maskedNumber: '•••• •••• 0039',
    from: 'bar-code',
  }),
  procedures: kioskView({ at: 'procedures', procedures: summaries, lanes }),
  procedure: kioskView(procedureScreen('1.001193')),
  'procedure-by-council': kioskView(procedureScreen('1.013831', laneC), { printer: 'paper-low' }),
  'procedure-short': kioskView(procedureScreen('1.010038')),
  'procedure-no-paper': kioskView(procedureScreen('1.001193'), { printer: 'paper-out' }),
  'procedure-shared': kioskView({
    at: 'procedure',
    procedure: procedureCalled('1.001193'),
    lane: laneA,
    wishes: { ...wishes, priority: 'elderly', share: true },
    filing: 'only',
  }),
  ...filingViews(),
  'procedure-closed': kioskView(procedureScreen('1.001193'), { opening: lunch }),
  'welcome-closed': kioskView({ at: 'welcome', lanes }, { opening: lunch }),
  'service-question': kioskView({ at: 'service', kind: 'question', lane: laneC, wishes }),
  appointment: kioskView({ at: 'appointment', refused: null, waitSeconds: 0 }),
  'ticket-appointment': kioskView({
    at: 'ticket',
    ticket: { ...ticket, kind: 'appointment', procedureName: null },
    paper: { at: 'printed', isConfirmed: true },
    canPrint: true,
  }),
  'ticket-printing': kioskView({ at: 'ticket', ticket, paper: { at: 'printing' }, canPrint: true }),
  'ticket-printed': kioskView({
    at: 'ticket',
    ticket,
    paper: { at: 'printed', isConfirmed: true },
    canPrint: true,
  }),
  'ticket-waiting': kioskView({
    at: 'ticket',
    ticket: {
      ...ticket,
      number: 'C1048',
      laneName: laneC.name,
      procedureName: procedureCalled('1.013978').name,
      counters: ['Quầy 3', 'Quầy 4', 'Quầy hướng dẫn'],
    },
    paper: { at: 'waiting', why: 'paper-out' },
    canPrint: false,
  }),
  'ticket-asks': kioskView({
    at: 'ticket',
    ticket: { ...ticket, peopleAhead: 0, waitingMinutes: { from: 0, to: 5 }, counters: [] },
    paper: { at: 'asks' },
    canPrint: true,
  }),
  'ticket-unconfirmed': kioskView({
    at: 'ticket',
    ticket,
    paper: { at: 'printed', isConfirmed: false },
    canPrint: true,
  }),
  'ticket-not-printed': kioskView({ at: 'ticket', ticket, paper: { at: 'not-printed' }, canPrint: false }),
  'ticket-voided': kioskView({ at: 'ticket', ticket, paper: { at: 'voided' }, canPrint: true }),
  'welcome-no-paper': kioskView({ at: 'welcome', lanes }, { printer: 'paper-out' }),
  number: kioskView({ at: 'number', found: foundNumber }),
  'number-called': kioskView({
    at: 'number',
    found: {
      ...foundNumber,
      state: 'called',
      counterName: 'Quầy 3',
      paper: { at: 'printed', isConfirmed: true },
    },
  }),
  'number-unknown': kioskView({ at: 'number', found: null }),
  'closed-numbers': kioskView({ at: 'closed', why: 'numbers-exhausted' }),
  'closed-store': kioskView({ at: 'closed', why: 'store-failed' }),
  'still-here': kioskView(procedureScreen('1.001193'), { goingHomeInSeconds: 17 }),
} satisfies Record<string, KioskView>;

/** A drawn stand-in for a slip. */
const slipPng =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

export const dockView: DockView = {
  role: 'dock',
  printers: [{ id: 'virtual', name: 'Máy in ảo', fault: 'none' }],
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

/** Every page of filing. */
function filingViews(): Record<string, KioskView> {
  const { documents, name: procedureName, onlineLevel } = procedureCalled('1.001193');
  const none = { at: 'none' } as const;
  const page = { procedureName, help: none };
  const steps = (channel: 'phone' | 'guide' | 'here') => journeys.journeys[channel] as JourneyStep[];
  const portal = {
    at: 'portal' as const,
    ...page,
    steps: steps('here'),
    refused: null,
    place: {
      landscape: { x: 0.36, y: 0.1, width: 0.64, height: 0.78 },
      portrait: { x: 0, y: 0.35, width: 1, height: 0.55 },
    },
  };
  const result = {
    at: 'filing-result' as const,
    ...page,
    here: 'ready' as const,
    onlineOnly: true,
    onlineLevel,
    documents: documents.map((document, at) => ({
      ...document,
      standing: (['missing', 'here', 'if-needed', 'shown'] as const)[at % 4] ?? 'shown',
    })),
    slip: null,
  };
  return {
    'filing-whose': kioskView({ at: 'filing-question', ...page, question: 'whose', n: 1, of: 4 }),
    'filing-account': kioskView({ at: 'filing-question', ...page, question: 'account', n: 2, of: 4 }),
    'filing-phone': kioskView({ at: 'filing-question', ...page, question: 'phone', n: 3, of: 4 }),
    'filing-papers': kioskView({
      at: 'filing-papers',
      ...page,
      documents: documents.map((document, at) => ({ ...document, isHere: at === 1 })),
      n: 4,
      of: 4,
    }),
    'filing-result-phone': kioskView({
      ...result,
      advice: { channel: 'phone', why: 'papers-by-phone', others: ['here', 'guide'] },
    }),
    'filing-result-here': kioskView({
      ...result,
      documents: [],
      advice: { channel: 'here', why: 'nothing-to-photograph', others: ['phone', 'guide'] },
    }),
    'filing-result-guide': kioskView({
      ...result,
      here: 'no-rules',
      advice: { channel: 'guide', why: 'account-below', others: [] },
      slip: { at: 'printed', isConfirmed: true },
    }),
    'filing-result-counter': kioskView({
      ...result,
      onlineOnly: false,
      advice: { channel: 'counter', why: 'for-another', others: ['guide'] },
      slip: { at: 'not-printed' },
    }),
    'journey-code': kioskView({
      at: 'journey',
      ...page,
      channel: 'phone',
      steps: steps('phone'),
      index: 0,
      portalUrl: journeys.portal.url,
    }),
    'journey-asked': kioskView({
      at: 'journey',
      ...page,
      help: { at: 'asked' },
      channel: 'guide',
      steps: steps('guide'),
      index: 0,
      portalUrl: journeys.portal.url,
    }),
    'journey-coming': kioskView({
      at: 'journey',
      ...page,
      help: { at: 'coming', who: 'Phạm Văn Dẫn' },
      channel: 'guide',
      steps: steps('guide'),
      index: 4,
      portalUrl: journeys.portal.url,
    }),
    'portal-opening': kioskView({ ...portal, page: { at: 'opening' } }),
    'portal-step': kioskView({ ...portal, page: { at: 'step', index: 8 }, refused: 'file' }),
    'portal-unexpected': kioskView({ ...portal, page: { at: 'unexpected' } }),
    'portal-failed': kioskView({ ...portal, page: { at: 'failed' } }),
  };
}
