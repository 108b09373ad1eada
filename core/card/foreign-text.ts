import type { NotACard } from '../contract.ts';

/**
 * Names the other things people hold to the reader, so that the screen can say what to show instead.
 * `null` when the text is none of them. `text` is already without scanner prefix and suffix.
 */
export function recogniseForeignText(text: string): NotACard | null {
  if (text.trim() === '') return 'empty';
  if (/^(?:https?:\/\/|www\.)/i.test(text)) return 'web-address';
  // EMVCo codes (VietQR among them) open with the payload format indicator and the point of initiation.
  if (/^000201[0-9]{2}/.test(text)) return 'payment-code';
  if (isHealthInsurance(text)) return 'health-insurance';
  // Machine readable zone of a passport, with or without the line break that scanners drop.
  if (/^P[A-Z<][A-Z<]{3}[A-Z<]{5}/.test(text)) return 'passport';
  if (/^[0-9]{9}$/.test(text)) return 'old-id-card';
  return null;
}

/** The BHYT card is piped too, but names and addresses are hexadecimal and its dates have slashes. */
function isHealthInsurance(text: string): boolean {
  const [number = '', name = '', birthday = ''] = text.split('|', 4);
  return (
    (/^[A-Z]{2}[0-9]{13}$/.test(number) || /^[0-9]{10}$/.test(number)) &&
    /^(?:[0-9a-f]{2})+$/i.test(name) &&
    /^(?:[0-9]{2}\/[0-9]{2}\/)?[0-9]{4}$/.test(birthday)
  );
}
