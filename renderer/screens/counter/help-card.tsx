import { HandHelping } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { HelpRequest, OfficerName } from '../../../core/contract.ts';
import { elapsedWords } from './elapsed.ts';
import { useSay } from './staff-text.tsx';
import './help-card.css';

/** Who waits at a kiosk for a person to file with them; stands there only while somebody does. */
export function HelpCard(props: {
  requests: HelpRequest[];
  /** The officer at this desk. */
  officer: OfficerName;
  now: number;
  isResting: boolean;
  accept: (request: string, on: boolean) => void;
}) {
  const say = useSay();
  const { requests, officer, now } = props;
  if (requests.length === 0) return null;
  return (
    <section className="counter-card counter-help">
      <h2>
        <HandHelping aria-hidden="true" /> {say('counter.help.title')}
      </h2>
      <ul>
        {requests.map((request) => (
          <li key={request.id}>
            <div>
              <strong>
                {request.kiosk === null
                  ? say('counter.help.otherKiosk')
                  : say('counter.help.kiosk', { number: request.kiosk })}
              </strong>{' '}
              <span className="counter-age">
                {say('counter.waitedFor', { age: elapsedWords(say, request.since, now) })}
              </span>
              <p>{request.procedureName}</p>
              <p className="counter-help-step">
                {request.step === null
                  ? say('counter.help.choosing')
                  : say('counter.help.step', { step: request.step })}
              </p>
            </div>
            <Answer {...props} request={request} isMine={request.acceptedBy?.id === officer.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answer(props: {
  request: HelpRequest;
  isMine: boolean;
  isResting: boolean;
  accept: (request: string, on: boolean) => void;
}) {
  const say = useSay();
  const { request, isMine, isResting, accept } = props;
  if (request.acceptedBy !== null && !isMine)
    return (
      <p className="counter-help-comes">{say('counter.help.comes', { name: request.acceptedBy.name })}</p>
    );
  return (
    <Button
      className="counter-small-key"
      isDisabled={isResting}
      onPress={() => accept(request.id, request.acceptedBy === null)}
    >
      {say(isMine ? 'counter.help.release' : 'counter.help.accept')}
    </Button>
  );
}
