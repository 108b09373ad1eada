import { FileCheck } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { localTime } from '../../../../core/clock.ts';
import type { AcceptedDossier } from '../../../../core/contract.ts';
import { momentWords } from '../date-words.ts';
import { KeyCap } from '../key-cap.tsx';
import { useSay } from '../staff-text.tsx';
import { useShortcuts } from '../use-shortcuts.ts';
import { type PaperName, paperNames } from './drafts.ts';

/** Which paper, by its digit; below, the dossiers this number has brought already. */
export function ChoosePaper(props: {
  dossiers: readonly AcceptedDossier[];
  isResting: boolean;
  choose: (paper: PaperName) => void;
  openReceipt: (code: string) => void;
}) {
  const say = useSay();
  useShortcuts((key) => {
    const paper = paperNames[Number(key) - 1];
    if (paper !== undefined) props.choose(paper);
  }, true);
  return (
    <>
      <ul className="picker-choices" aria-label={say('papers.choose')}>
        {paperNames.map((paper, index) => (
          <li key={paper}>
            <Button className="picker-choice papers-choice" onPress={() => props.choose(paper)}>
              <span className="picker-key">
                <KeyCap>{String(index + 1)}</KeyCap>
              </span>
              <span>
                {say(`papers.name.${paper}`)}
                <small>{say(`papers.note.${paper}`)}</small>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {props.dossiers.length > 0 && (
        <section className="papers-accepted" aria-label={say('papers.accepted')}>
          <h3>{say('papers.accepted')}</h3>
          <ul>
            {props.dossiers.map(({ code, procedureName, acceptedAt, dueAt }) => (
              <li key={code}>
                <span>
                  <strong>{code}</strong> {procedureName}
                  <small>
                    {say('papers.acceptedAt', {
                      time: localTime(acceptedAt),
                      due: momentWords(dueAt, acceptedAt),
                    })}
                  </small>
                </span>
                <Button
                  className="counter-small-key"
                  isDisabled={props.isResting}
                  onPress={() => props.openReceipt(code)}
                >
                  <FileCheck aria-hidden="true" />
                  {say('papers.openReceipt')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
