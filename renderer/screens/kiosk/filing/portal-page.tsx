import { useLayoutEffect } from 'react';
import { CircleAlert, PencilLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { JourneyStep, Language } from '../../../../core/contract.ts';
import type { PortalPage as Seen, PortalRefusal } from '../../../../core/flows/filing-steps.ts';
import { unreachable } from '../../../../core/result.ts';
import type { PageProps } from '../ask.ts';
import { FilingFrame } from './filing-frame.tsx';

/** The panel beside the portal. What stands there is followed, and pointed at only while it is surely known. */
export function PortalPage({ view, screen, ask }: PageProps<'portal'>) {
  const { t } = useTranslation('kiosk');
  const { landscape, portrait } = screen.place;
  useLayoutEffect(() => {
    // On the root, because what has to make room lies above this page.
    const { style } = document.documentElement;
    style.setProperty('--portal-left', `${landscape.x * 100}vw`);
    style.setProperty('--portal-top', `${portrait.y * 100}vh`);
  }, [landscape.x, portrait.y]);
  return (
    <FilingFrame view={view} ask={ask} page="portal" about={screen}>
      <div className="portal-panel">
        <PortalWords {...screen} language={view.language} />
        {screen.refused !== null && (
          <p className="warning" role="status">
            <CircleAlert aria-hidden="true" />
            <span>{t(`filing.refused.${screen.refused}`)}</span>
          </p>
        )}
      </div>
    </FilingFrame>
  );
}

function PortalWords(props: {
  page: Seen;
  steps: JourneyStep[];
  refused: PortalRefusal | null;
  language: Language;
}) {
  const { t } = useTranslation('kiosk');
  const { page, steps } = props;
  switch (page.at) {
    case 'opening':
      return (
        <div className="portal-words" role="status">
          <h1>{t('filing.portal.opening')}</h1>
        </div>
      );
    case 'step': {
      const step = steps[page.index];
      if (step === undefined) return null;
      const words = step[props.language];
      return (
        <div className="portal-words" role="status">
          <p className="filing-progress">{t('filing.step', { n: page.index + 1, of: steps.length })}</p>
          <h1>{words.title}</h1>
          <p>{words.text}</p>
          {words.note !== '' && props.refused === null && (
            <p className="journey-note">
              <PencilLine aria-hidden="true" />
              <span>{words.note}</span>
            </p>
          )}
        </div>
      );
    }
    case 'unexpected':
    case 'failed':
      return (
        <div className="portal-words portal-lost" role="alert">
          <h1>{t(`filing.portal.${page.at}.title`)}</h1>
          <p>{t(`filing.portal.${page.at}.next`)}</p>
        </div>
      );
    default:
      return unreachable(page);
  }
}
