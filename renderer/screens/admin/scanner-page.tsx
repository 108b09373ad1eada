import { useState } from 'react';
import { Check } from 'lucide-react';
import { isTestCard, testCard } from '../../../core/card/test-card.ts';
import type { TypedText } from '../../../core/card/typed-text.ts';
import type { AdminCommand } from '../../../core/contract.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { useWedge } from '../../scan/use-wedge.ts';
import { useSay } from '../counter/staff-text.tsx';
import type { Ask } from '../counter/use-ask.ts';
import { latestSighting, type KeyboardSighting, type ScannerTestScreen } from './scanner-sighting.ts';
import { ScannerResult } from './scanner-result.tsx';
import { TestCode } from './test-code.tsx';
import './scanner.css';

/** Slower than any limit that can be set: a scanner that is too slow must be seen here to be told so. */
const patientGapMs = 300;

/** A code to hold the scanner over, and what came of it, by whichever way it came. */
export function ScannerPage(props: { screen: ScannerTestScreen; asking: Ask<AdminCommand> }) {
  const say = useSay();
  const { screen, asking } = props;
  const [typed, setTyped] = useState<KeyboardSighting | null>(null);
  const portCount = screen.arrived?.n ?? 0;
  useWedge(patientGapMs, (code: TypedText) => {
    // Whoever's card it was: what is not the test card is forgotten here.
    setTyped({ code: isTestCard(code.text, code.byPlace) ? code : null, portCount });
  });

  return (
    <div className="admin-room scanner-room">
      <section className="admin-card scanner-code">
        <h2 className="admin-card-title">{say('admin.scanner.scanThis')}</h2>
        <TestCode text={testCard} label={say('admin.scanner.testCode')} />
        <p className="scanner-nobody">{say('admin.scanner.nobody')}</p>
      </section>
      <section className="admin-card scanner-result" aria-live="polite">
        <header className="admin-card-head">
          <h1 className="admin-card-title">{say('admin.scanner.title')}</h1>
          <ActionButton
            icon={<Check />}
            isDisabled={asking.pending !== null}
            onPress={() => void asking.ask({ type: 'end-scanner-test' })}
          >
            {say('admin.scanner.done')}
          </ActionButton>
        </header>
        <ScannerResult screen={screen} sighting={latestSighting(typed, screen.arrived)} />
      </section>
    </div>
  );
}
