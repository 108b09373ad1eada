import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { PairingAnswer } from '../../core/contract.ts';
import { unreachable } from '../../core/result.ts';
import { Mark } from './mark.tsx';
import './pairing-page.css';

/** The page's way to the core that served it; a promise that fails means the core could not be reached. */
export type Pairing = {
  fingerprint(): Promise<string>;
  pair(code: string): Promise<PairingAnswer>;
  /** Keeps the token and starts the screen. */
  enter(token: string): void;
};
type Trouble = 'wrong' | 'full' | 'unreachable' | { waitSeconds: number };

const length = 8;
/** The signs that codes are made of: none that is taken for another. */
const rows = ['23456789', 'QWERTYUP', 'ASDFGHJK', 'ZXCVBNM'];
const keys = new Set(rows.join(''));

/** Where a machine that the centre does not know yet says the one-time code of its administrator. */
export function PairingPage(props: { pairing: Pairing; wasRemoved: boolean }) {
  const { pairing, wasRemoved } = props;
  const [code, setCode] = useState('');
  const [fingerprint, setFingerprint] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isAsking, setAsking] = useState(false);

  useEffect(() => {
    pairing.fingerprint().then(setFingerprint, () => setTrouble('unreachable'));
  }, [pairing]);

  async function submit(full: string) {
    setAsking(true);
    setTrouble(null);
    const answer = await pairing.pair(full).catch(() => null);
    setAsking(false);
    if (answer?.ok) return pairing.enter(answer.token);
    setCode('');
    setTrouble(troubleOf(answer));
  }

  function type(text: string) {
    if (isAsking) return;
    const next = codeOf(text);
    setCode(next);
    setTrouble(null);
    if (next.length === length) void submit(next);
  }

  return (
    <main className="pairing">
      <Mark className="pairing-mark" />
      <h1>Nhập mã ghép máy</h1>
      <p className="pairing-lead">
        {wasRemoved
          ? 'Máy này đã được gỡ khỏi trung tâm. Muốn dùng lại, xin quản trị cấp mã mới.'
          : 'Xin quản trị của trung tâm cấp mã cho máy này: Quản trị → Máy trong mạng → Cấp mã.'}
      </p>
      <section className="pairing-print" aria-label="Dấu vân tay của máy chủ">
        <p>
          So dấu vân tay này với dấu trên màn hình Quản trị. <strong>Khác thì dừng lại.</strong>
        </p>
        <code>{fingerprint === null ? '…' : fingerprintRows(fingerprint)}</code>
      </section>
      <input
        className="pairing-code"
        aria-label="Mã ghép máy"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        autoFocus
        placeholder="••••-••••"
        value={code.length > 4 ? `${code.slice(0, 4)}-${code.slice(4)}` : code}
        readOnly={isAsking}
        onChange={(event) => type(event.target.value)}
      />
      <p className="pairing-trouble" role="alert">
        {trouble === null ? '' : troubleWords(trouble)}
      </p>
      <div className="pairing-pad" role="group" aria-label="Bàn phím">
        {rows.map((row) => (
          <div key={row} className="pairing-row">
            {Array.from(row).map((sign) => (
              <Button
                key={sign}
                className="pairing-key"
                isDisabled={isAsking}
                onPress={() => type(code + sign)}
              >
                {sign}
              </Button>
            ))}
            {row === rows.at(-1) && (
              <Button
                className="pairing-key pairing-delete"
                isDisabled={isAsking}
                onPress={() => type(code.slice(0, -1))}
              >
                Xóa
              </Button>
            )}
          </div>
        ))}
      </div>
      <p className="pairing-aside" lang="en">
        Type the pairing code given by the centre’s administrator. First compare the fingerprint above with
        the one on the administration screen.
      </p>
    </main>
  );
}

/** What of a typed text can stand in a code. */
export function codeOf(text: string): string {
  return Array.from(text.toUpperCase())
    .filter((sign) => keys.has(sign))
    .slice(0, length)
    .join('');
}

/** Two rows of sixteen pairs: easier to compare with a finger on the screen. */
export function fingerprintRows(fingerprint: string): string {
  const pairs = fingerprint.split(':');
  return [pairs.slice(0, 16).join(' '), pairs.slice(16).join(' ')].join('\n');
}

function troubleOf(answer: Extract<PairingAnswer, { ok: false }> | null): Trouble {
  if (answer === null) return 'unreachable';
  switch (answer.why) {
    case 'wrong':
    case 'malformed':
      return 'wrong';
    case 'full':
      return 'full';
    case 'slow-down':
      return { waitSeconds: answer.seconds };
    default:
      return unreachable(answer);
  }
}

function troubleWords(trouble: Trouble): string {
  if (typeof trouble === 'object')
    return `Nhập sai nhiều lần. Xin chờ ${trouble.waitSeconds} giây rồi nhập lại.`;
  switch (trouble) {
    case 'wrong':
      return 'Mã không đúng, đã dùng rồi hoặc đã quá 10 phút. Xin nhập lại hoặc xin mã mới.';
    case 'full':
      return 'Trung tâm đã có quá nhiều máy. Xin gỡ bớt máy cũ ở màn hình Quản trị.';
    case 'unreachable':
      return 'Chưa nối được với máy chủ. Xin xem lại dây mạng rồi nhập lại.';
    default:
      return unreachable(trouble);
  }
}
