import { Volume2 } from 'lucide-react';
import { localTime } from '../../../core/clock.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { elapsedWords } from '../counter/elapsed.ts';
import { useSay } from '../counter/staff-text.tsx';
import { Notices } from './notices.tsx';
import type { Sound } from './player.ts';

/** @param lostSince when the connection was lost, on this screen's clock; `null` while it stands */
export function Foot(props: {
  notices: string[];
  lostSince: number | null;
  now: number;
  sound: Sound;
  hasVoice: boolean;
  unlock: () => void;
}) {
  const say = useSay();
  const { notices, lostSince, now, sound, hasVoice, unlock } = props;
  const print = smallPrint(sound, hasVoice);
  if (lostSince === null && notices.length === 0 && print === null && sound !== 'locked') return null;
  return (
    <div className="display-foot">
      {lostSince === null ? (
        <Notices notices={notices} />
      ) : (
        <p className="display-lost" role="status">
          {say('display.lost', { time: localTime(lostSince), age: elapsedWords(say, lostSince, now) })}
        </p>
      )}
      {print !== null && <p className="display-small-print">{say(`display.${print}`)}</p>}
      {sound === 'locked' && (
        <ActionButton onPress={unlock} icon={<Volume2 aria-hidden />}>
          {say('display.unlock')}
        </ActionButton>
      )}
    </div>
  );
}

function smallPrint(sound: Sound, hasVoice: boolean): 'noSound' | 'noVoice' | null {
  if (sound === 'mute') return 'noSound';
  return sound === 'starting' || hasVoice ? null : 'noVoice';
}
