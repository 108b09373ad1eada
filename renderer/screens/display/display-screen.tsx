import { useEffect, useRef, useState } from 'react';
import { localTime, systemClock } from '../../../core/clock.ts';
import type { DisplayView } from '../../../core/contract.ts';
import { CentreHeader } from '../../parts/centre-header.tsx';
import { ScreenFrame } from '../../parts/screen-frame.tsx';
import { dateWords } from '../counter/date-words.ts';
import { StaffText } from '../counter/staff-text.tsx';
import { useNow } from '../counter/use-now.ts';
import { Calling } from './calling.tsx';
import { createChime } from './chime.ts';
import { newestCallId } from './calls.ts';
import { Quiet } from './quiet.tsx';
import { RecentCalls } from './recent-calls.tsx';
import { openSpeaker } from './speaker.ts';
import { WaitingRow } from './waiting-row.tsx';
import './display.css';

/** The TV of the hall: who is called, and to which counter. Only looks; carries no name. */
export function DisplayScreen(props: { view: DisplayView }) {
  const { centre, calls, lanes } = props.view;
  const now = useNow(1000);
  const isNew = useChimeOn(newestCallId(calls));
  const [newest, ...earlier] = calls;
  return (
    <StaffText>
      <ScreenFrame
        className="display"
        header={
          <CentreHeader centre={centre}>
            <time className="display-clock">{localTime(now)}</time>
            <p className="display-date">{dateWords(now)}</p>
          </CentreHeader>
        }
        bar={<WaitingRow lanes={lanes} />}
      >
        <div className="display-room">
          <div className="display-newest" aria-live="assertive">
            {newest === undefined ? (
              <Quiet />
            ) : (
              <Calling key={newestCallId(calls)} call={newest} isNew={isNew} />
            )}
          </div>
          <RecentCalls calls={earlier} now={now} />
        </div>
      </ScreenFrame>
    </StaffText>
  );
}

/** Chimes for each new `callId`, and tells whether this one is new: what stood there when the TV was switched on is not. */
function useChimeOn(callId: string | null): boolean {
  const [first] = useState(callId);
  const last = useRef(callId);
  const [chime] = useState(() => createChime({ open: openSpeaker, clock: systemClock }));
  useEffect(() => {
    if (callId === null || callId === last.current) return;
    last.current = callId;
    chime();
  }, [callId, chime]);
  return callId !== null && callId !== first;
}
