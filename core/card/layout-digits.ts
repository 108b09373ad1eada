/**
 * On the "Vietnamese" keyboard layout of Windows the digit keys type letters and tone marks. The digits of the numbers
 * and dates can be told back exactly; the words cannot, for their own marks look the same.
 */
const digitOf: Record<string, string> = {
  ă: '1',
  â: '2',
  ê: '3',
  ô: '4',
  '\u0300': '5',
  '\u0309': '6',
  '\u0303': '7',
  '\u0301': '8',
  '\u0323': '9',
  đ: '0',
};

/** The payload with digits in its number and date fields and no words; `null` when this is not what happened to it. */
export function readLayoutDigits(text: string): string | null {
  const fields = text.split('|');
  const number = toDigits(fields[0] ?? '');
  if (fields.length < 7 || number === null || !/^[0-9]{12}$/.test(number) || number === fields[0])
    return null;
  return fields
    .map((field, index) => ([0, 1, 3, 6, 7].includes(index) ? (toDigits(field) ?? '') : field))
    .join('|');
}

function toDigits(field: string): string | null {
  let digits = '';
  for (const sign of field) {
    const digit = digitOf[sign];
    if (digit === undefined) return null;
    digits += digit;
  }
  return digits;
}
