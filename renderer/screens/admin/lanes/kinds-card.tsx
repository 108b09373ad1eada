import { Fragment } from 'react';
import { serviceKinds } from '../../../../core/queue/ticket.ts';
import { useSay } from '../../counter/staff-text.tsx';
import { Fault } from '../form/fault.tsx';
import { Choice } from '../form/inputs.tsx';
import type { Draft } from '../form/use-draft.ts';

/** The lanes of those who bring no dossier. */
export function KindsCard(props: { draft: Draft }) {
  const say = useSay();
  const { centre, change } = props.draft;
  const lanes = centre.lanes.map(({ letter, name }) => ({ value: letter, label: `${letter} – ${name}` }));
  const asGeneral = { value: '', label: say('admin.lanes.asGeneral') };
  return (
    <section className="admin-card">
      <h2 className="admin-card-title">{say('admin.lanes.kindsTitle')}</h2>
      <div className="admin-field-rows">
        <span>{say('admin.lanes.generalLane')}</span>
        <Choice
          label={say('admin.lanes.generalLane')}
          value={centre.generalLane}
          options={lanes}
          onChange={(generalLane) => change({ generalLane })}
        />
        {serviceKinds.map((kind) => (
          <Fragment key={kind}>
            <span>{say(`admin.lanes.kinds.${kind}`)}</span>
            <Choice
              label={say(`admin.lanes.kinds.${kind}`)}
              value={centre.lanesOfKind[kind] ?? ''}
              options={[asGeneral, ...lanes]}
              onChange={(letter) => {
                const { [kind]: _, ...rest } = centre.lanesOfKind;
                change({ lanesOfKind: letter === '' ? rest : { ...rest, [kind]: letter } });
              }}
            />
          </Fragment>
        ))}
      </div>
      <Fault at="generalLane" />
      <Fault at="lanesOfKind" />
    </section>
  );
}
