import type { Arrival } from '../../../core/card/diagnose-scanner.ts';
import { differences } from '../../../core/card/differences.ts';
import { aimPrefix, testCard } from '../../../core/card/test-card.ts';
import { useSay } from '../counter/staff-text.tsx';
import { moodMarks } from './mood-marks.tsx';
import { diagnosisOf, type ScannerTestScreen, type Sighting } from './scanner-sighting.ts';
import { scannerWords } from './device-words.ts';

/** One sentence on what is wrong; under it what the sentence rests on. */
export function ScannerResult(props: { screen: ScannerTestScreen; sighting: Sighting }) {
  const say = useSay();
  const { screen, sighting } = props;
  const port = scannerWords(say, screen.scanner);
  if (sighting === 'another-card') {
    return <p className="scanner-sentence scanner-idle">{say('admin.scanner.anotherCard')}</p>;
  }
  const { diagnosis, mood } = diagnosisOf(sighting, screen.wedgeGapMs);
  const values = { limit: screen.wedgeGapMs, ...longestGap(sighting) };
  return (
    <>
      <p className={`scanner-sentence scanner-${mood}`}>
        <span className="admin-device-mark" aria-hidden="true">
          {moodMarks[mood]}
        </span>
        <span>{say(`admin.scanner.diagnosis.${diagnosis}`, values)}</span>
      </p>
      {sighting !== null && <Facts arrival={sighting} limit={screen.wedgeGapMs} />}
      {sighting !== null && 'text' in sighting && <Comparison text={sighting.text} />}
      <p className="scanner-port">
        {say('admin.devices.scanner')}: {port.words}
      </p>
    </>
  );
}

function longestGap(sighting: Arrival | null): { longest: number } {
  return { longest: sighting?.through === 'keyboard' ? Math.round(sighting.gaps.longestMs) : 0 };
}

function Facts(props: { arrival: Arrival; limit: number }) {
  const say = useSay();
  const { arrival, limit } = props;
  const isTyped = arrival.through === 'keyboard';
  return (
    <dl className="admin-facts scanner-facts">
      <div>
        <dt>{say('admin.scanner.way')}</dt>
        <dd>{say(`admin.scanner.ways.${arrival.through}`)}</dd>
      </div>
      {'suffix' in arrival && (
        <div>
          <dt>{say('admin.scanner.suffix')}</dt>
          <dd>{say(`admin.scanner.suffixes.${arrival.suffix}`)}</dd>
        </div>
      )}
      {'text' in arrival && (
        <div>
          <dt>{say('admin.scanner.prefix')}</dt>
          <dd>{aimPrefix.exec(arrival.text)?.[0] ?? say('admin.scanner.none')}</dd>
        </div>
      )}
      {isTyped && (
        <div>
          <dt>{say('admin.scanner.gaps')}</dt>
          <dd>
            {say('admin.scanner.gapsOf', {
              median: Math.round(arrival.gaps.medianMs),
              longest: Math.round(arrival.gaps.longestMs),
              limit,
            })}
          </dd>
        </div>
      )}
      {isTyped && (
        <div>
          <dt>{say('admin.scanner.letters')}</dt>
          <dd>{say(arrival.altCodes ? 'admin.scanner.byAltCodes' : 'admin.scanner.byKeys')}</dd>
        </div>
      )}
    </dl>
  );
}

/** What was sent over what came, each with what the other has not marked. */
function Comparison(props: { text: string }) {
  const say = useSay();
  const pieces = differences(testCard, props.text.replace(aimPrefix, '').normalize('NFC'));
  const line = (which: 'sent' | 'arrived') =>
    pieces
      .filter(({ at }) => at === 'both' || at === which)
      .map(({ at, text }, index) => {
        // Signs that nobody sees would be marks around nothing.
        const shown = text.replace(/\p{C}/gu, '·');
        return at === 'both' ? <span key={index}>{shown}</span> : <mark key={index}>{shown}</mark>;
      });
  return (
    <dl className="scanner-comparison">
      <dt>{say('admin.scanner.sent')}</dt>
      <dd lang="vi">{line('sent')}</dd>
      <dt>{say('admin.scanner.arrived')}</dt>
      <dd lang="vi">{line('arrived')}</dd>
    </dl>
  );
}
