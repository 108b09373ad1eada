import { ArrowRight, Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ActionButton } from '../../../parts/action-button.tsx';
import { ScrollArea } from '../../../parts/scroll-area.tsx';
import type { PageProps } from '../ask.ts';
import { FilingFrame } from './filing-frame.tsx';

/** Which of the papers are in the citizen's hands today. */
export function PapersPage({ view, screen, ask }: PageProps<'filing-papers'>) {
  const { t } = useTranslation('kiosk');
  return (
    <FilingFrame view={view} ask={ask} page="filing-papers" about={screen}>
      <div className="filing-ask">
        <p className="filing-progress">{t('filing.progress', { n: screen.n, of: screen.of })}</p>
        <h1>{t('filing.papers.title')}</h1>
        <p>{t('filing.papers.hint')}</p>
      </div>
      <ScrollArea moreLabel={t('scroll.more')} backLabel={t('scroll.back')}>
        <ul className="paper-list">
          {screen.documents.map((document, paper) => (
            <li key={document.name}>
              <ToggleButton
                className="paper-choice"
                isSelected={document.isHere}
                onChange={(on) => ask({ type: 'tick-paper', paper, on })}
              >
                <span className="wish-box" aria-hidden="true">
                  {document.isHere && <Check />}
                </span>
                <span lang="vi">
                  <strong>{document.name}</strong>
                  {document.note !== '' && <span className="document-note">{document.note}</span>}
                </span>
              </ToggleButton>
            </li>
          ))}
        </ul>
      </ScrollArea>
      <ActionButton
        tone="primary"
        size="large"
        icon={<ArrowRight />}
        iconAt="end"
        onPress={() => ask({ type: 'papers-ticked' })}
      >
        {screen.documents.some(({ isHere }) => isHere) ? t('filing.papers.goOn') : t('filing.papers.none')}
      </ActionButton>
    </FilingFrame>
  );
}
