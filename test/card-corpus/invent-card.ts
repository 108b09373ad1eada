import type { Card } from '../../core/card/reading.ts';
import type { Random } from './random.ts';

export type CardForm = 'cccd' | 'can-cuoc';
export type InventedCard = { card: Card; form: CardForm; payload: string };

/** As much as real payloads hold, in bytes of UTF-8. */
export const payloadBytes = { least: 90, most: 170 };

/** A person who does not exist, on a card that reads as faultless. */
export function inventCard(random: Random): InventedCard {
  for (;;) {
    const form = random.pick(['cccd', 'can-cuoc'] as const);
    const card = inventPerson(random, form);
    const payload = writePayload(card, form);
    const { length } = new TextEncoder().encode(payload);
    if (length >= payloadBytes.least && length <= payloadBytes.most) return { card, form, payload };
  }
}

/** The text of the card's code: 7 fields on the card of 2021, 11 on the one of 2024. */
export function writePayload(card: Card, form: CardForm): string {
  const fields = [
    card.number,
    card.oldId ?? '',
    card.fullName,
    toCardDate(card.dateOfBirth),
    card.gender === 'male' ? 'Nam' : 'Nữ',
    card.address ?? '',
    card.issuedOn === null ? '' : toCardDate(card.issuedOn),
  ];
  if (form === 'can-cuoc')
    fields.push(card.cancelledNumber ?? '', card.fatherName ?? '', card.motherName ?? '', '');
  return fields.join('|');
}

function inventPerson(random: Random, form: CardForm): Card {
  const gender = random.pick(['male', 'female'] as const);
  const isChild = form === 'can-cuoc' && random.chance(0.2);
  const year = isChild ? random.whole(2012, 2018) : random.whole(1940, 2006);
  const centuryDigit = (year < 2000 ? 0 : 2) + (gender === 'male' ? 0 : 1);
  const card: Card = {
    number: `${random.pick(placeCodes)}${centuryDigit}${String(year % 100).padStart(2, '0')}${digits(random, 6)}`,
    oldId: !isChild && random.chance(0.5) ? digits(random, 9) : null,
    fullName: inventName(random, gender),
    dateOfBirth: `${year}-${day(random)}`,
    gender,
    address: inventAddress(random),
    issuedOn: `${form === 'cccd' ? random.whole(2021, 2023) : 2025}-${day(random)}`,
  };
  if (isChild) {
    card.fatherName = inventName(random, 'male');
    card.motherName = inventName(random, 'female');
  }
  if (form === 'can-cuoc' && random.chance(0.05))
    card.cancelledNumber = `${random.pick(placeCodes)}${digits(random, 9)}`;
  return card;
}

function inventName(random: Random, gender: 'male' | 'female'): string {
  const middle =
    gender === 'male' ? ['Văn', 'Đức', 'Quốc', 'Hữu', 'Thế'] : ['Thị', 'Ngọc', 'Diệu', 'Thùy', 'Như'];
  const given = Array.from({ length: random.whole(1, 2) }, () => random.pick(givenNames));
  const name = [random.pick(familyNames), random.pick(middle), ...given].join(' ');
  return random.chance(0.15) ? name.toUpperCase() : name;
}

function inventAddress(random: Random): string {
  const first = random.pick([
    () => `${random.whole(1, 400)} ${random.pick(streets)}`,
    () => `Tổ ${random.whole(1, 30)}, Ấp ${random.pick(villages)}`,
    () => `Thôn ${random.pick(villages)}`,
    () => `Số ${random.whole(1, 99)}/${random.whole(1, 30)}, Khu phố ${random.whole(1, 12)}`,
  ])();
  const parts = [first, random.pick(communes), random.pick(districts), random.pick(provinces)];
  return (random.chance(0.3) ? parts.filter((_, index) => index !== 2) : parts).join(', ');
}

function toCardDate(iso: string): string {
  const [year, month, dayOfMonth] = iso.split('-');
  return `${dayOfMonth}${month}${year}`;
}

function day(random: Random): string {
  return `${String(random.whole(1, 12)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`;
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.whole(0, 9)).join('');
}

const placeCodes = [
  '001',
  '034',
  '040',
  '046',
  '048',
  '056',
  '066',
  '072',
  '079',
  '080',
  '087',
  '092',
  '096',
];
const familyNames = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Ngô',
  'Dương',
  'Lý',
  'Thạch',
];
const givenNames = [
  'Mẫu',
  'Thử',
  'Nghiệm',
  'Phượng',
  'Tường',
  'Khuê',
  'Ước',
  'Diễm',
  'Thắng',
  'Bảo',
  'Ân',
  'Yến',
  'Hạnh',
];
const streets = ['Đường Thử Nghiệm', 'Đường Ví Dụ', 'Nguyễn Tất Mẫu', 'Hẻm Giả Định', 'Quốc lộ 999'];
const villages = ['Mẫu Đông', 'Giả Định', 'Tân Thử', 'Vĩnh Ví Dụ', 'Phước Nghiệm', 'Hòa Mẫu'];
const communes = ['Phường Mẫu', 'Xã Tân Thử', 'Vĩnh Giả', 'Thị trấn Ví Dụ', 'Mỹ Nghiệm', 'Xã Đại Ước'];
const districts = ['Quận Thử', 'Huyện Giả Định', 'Thành phố Ví Dụ', 'Thới Mẫu', 'Ninh Thử'];
const provinces = [
  'Cà Mau',
  'Cần Thơ',
  'Hồ Chí Minh',
  'Đắk Lắk',
  'Thừa Thiên Huế',
  'Đồng Tháp',
  'Bà Rịa - Vũng Tàu',
];
