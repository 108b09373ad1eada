import { useTranslation } from 'react-i18next';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { Check } from 'lucide-react';
import type { WishesView } from '../../../core/contract.ts';
import type { Ask } from './ask.ts';
import './wishes.css';

/** One tap says that somebody goes first, and one that the officer may see the card. Neither is asked for. */
export function Wishes(props: { wishes: WishesView; ask: Ask }) {
  const { t, i18n } = useTranslation('kiosk');
  const { wishes, ask } = props;
  const language = i18n.language === 'en' ? 'en' : 'vi';
  return (
    <>
      {wishes.priorityClasses.length > 0 && (
        <div className="wishes">
          <p id="wishes-title">{t('wishes.priority')}</p>
          <ToggleButtonGroup
            className="wish-choices"
            aria-labelledby="wishes-title"
            selectionMode="single"
            selectedKeys={wishes.priority === null ? [] : [wishes.priority]}
            onSelectionChange={([chosen]) =>
              ask({ type: 'wish-priority', priority: chosen === undefined ? null : String(chosen) })
            }
          >
            {wishes.priorityClasses.map((each) => (
              <ToggleButton key={each.id} id={each.id} className="wish">
                <span className="wish-box" aria-hidden="true">
                  {wishes.priority === each.id && <Check />}
                </span>
                {each[language]}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        </div>
      )}
      {wishes.share !== null && (
        <ToggleButton
          className="wish wish-share"
          isSelected={wishes.share}
          onChange={(share) => ask({ type: 'share-card', share })}
        >
          <span className="wish-box" aria-hidden="true">
            {wishes.share && <Check />}
          </span>
          {t('wishes.share')}
        </ToggleButton>
      )}
    </>
  );
}
