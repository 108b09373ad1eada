import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components/Button';
import type { LaneWaiting, ProcedureSummary } from '../../../core/contract.ts';

export function ProcedureList(props: {
  procedures: readonly ProcedureSummary[];
  lanes: readonly LaneWaiting[];
  onChoose: (code: string) => void;
}) {
  const { t } = useTranslation('kiosk');
  return (
    <ul className="procedure-list">
      {props.procedures.map((procedure) => {
        const lane = props.lanes.find(({ letter }) => letter === procedure.laneLetter);
        return (
          <li key={procedure.code}>
            <Button className="procedure-row" onPress={() => props.onChoose(procedure.code)}>
              <span className="procedure-words">
                <strong lang="vi">{procedure.name}</strong>
                <span className="badges">
                  <span className="badge badge-lane">
                    {t('procedures.lane', { letter: procedure.laneLetter })}
                    {lane !== undefined && ` · ${t('procedures.waiting', { people: lane.waiting })}`}
                  </span>
                  {procedure.onlineLevel !== 'none' && (
                    <span className="badge badge-online">{t(`procedures.${procedure.onlineLevel}`)}</span>
                  )}
                </span>
              </span>
              <ChevronRight aria-hidden="true" />
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
