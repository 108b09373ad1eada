import type { CentreDocument } from '../../../../core/contract.ts';
import type { Draft } from '../form/use-draft.ts';
import { ClassesCard } from './classes-card.tsx';
import { CountersCard } from './counters-card.tsx';
import { KindsCard } from './kinds-card.tsx';
import { LanesCard } from './lanes-card.tsx';
import { RulesCard } from './rules-card.tsx';
import '../form/form.css';
import './lanes.css';

/** Who takes what: lanes, counters, priority and the rules of calling. */
export function LanesPage(props: { document: CentreDocument; draft: Draft }) {
  const { document, draft } = props;
  return (
    <div className="admin-stack">
      <LanesCard draft={draft} fields={document.fields} />
      <CountersCard draft={draft} />
      <div className="lanes-below">
        <KindsCard draft={draft} />
        <RulesCard draft={draft} />
        <ClassesCard draft={draft} />
      </div>
    </div>
  );
}
