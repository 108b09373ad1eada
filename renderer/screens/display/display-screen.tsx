import { useEffect, useState } from 'react';
import { localTime, systemClock } from '../../../core/clock.ts';
import type { DisplayView } from '../../../core/contract.ts';
import { CentreHeader } from '../../parts/centre-header.tsx';
import { ScreenFrame } from '../../parts/screen-frame.tsx';
import { dateWords } from '../counter/date-words.ts';
import { StaffText } from '../counter/staff-text.tsx';
import { useNow } from '../counter/use-now.ts';
import { EarlierCalls, TogetherCalls } from './call-tiles.tsx';
import { Calling } from './calling.tsx';
import { callsShown } from './calls.ts';
import { Counters } from './counters.tsx';
import { Foot } from './foot.tsx';
import { Quiet } from './quiet.tsx';
import { useAnnouncer } from './use-announcer.ts';
import { WaitingRow } from './waiting-row.tsx';
import './display.css';

/** A restart of the core takes less. */
const lostAfterMs = 5000;

/** The TV of the hall: who is called, and to which counter. Only looks and speaks; carries no name. */
export function DisplayScreen(props: { view: DisplayView; isConnected: boolean }) {
  const { view, isConnected } = props;
  const now = useNow(1000);
  const lostSince = useLostSince(isConnected);
  const { line, playing, sound, hasVoice, unlock } = useAnnouncer(view);
  const { big, isNew, together, more, earlier } = callsShown(view.calls, line, now);
  const calling = new Set([...(isNew && big !== null ? [big] : []), ...together].map(({ number }) => number));
  return (
    <StaffText>
      <ScreenFrame
        className="display"
        header={
          <CentreHeader centre={view.centre}>
            <time className="display-clock">{localTime(now)}</time>
            <p className="display-date">{dateWords(now)}</p>
          </CentreHeader>
        }
        bar={
          <>
            <WaitingRow lanes={view.lanes} />
            <Foot
              notices={view.notices}
              lostSince={lostSince}
              now={now}
              sound={sound}
              hasVoice={hasVoice}
              unlock={unlock}
            />
          </>
        }
      >
        <div className="display-room" data-announcing={playing.join(' ')}>
          <div className="display-called">
            <div className="display-newest" aria-live="assertive">
              {big === null ? <Quiet /> : <Calling key={big.id} call={big} isNew={isNew} />}
            </div>
            <TogetherCalls calls={together} more={more} />
          </div>
          <div className="display-known">
            <Counters counters={view.counters} calling={calling} />
            <EarlierCalls calls={earlier} />
          </div>
        </div>
      </ScreenFrame>
    </StaffText>
  );
}

/** When the connection was lost, once that has lasted. */
function useLostSince(isConnected: boolean): number | null {
  const [since, setSince] = useState<number | null>(null);
  useEffect(() => {
    if (isConnected) return undefined;
    const at = systemClock.now();
    const cancel = systemClock.after(lostAfterMs, () => setSince(at));
    return () => {
      cancel();
      setSince(null);
    };
  }, [isConnected]);
  return since;
}
