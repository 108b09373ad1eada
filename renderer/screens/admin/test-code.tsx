import { QrCode } from '../../parts/qr-code.tsx';

/** The code a scanner is tested with. */
export function TestCode(props: { text: string; label: string }) {
  return <QrCode className="scanner-qr" {...props} />;
}
