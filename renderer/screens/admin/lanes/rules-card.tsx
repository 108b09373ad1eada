import { useSay } from '../../counter/staff-text.tsx';
import { Fault } from '../form/fault.tsx';
import { queueRuleUnits } from '../form/field-words.ts';
import { NumberInput } from '../form/inputs.tsx';
import type { Draft } from '../form/use-draft.ts';

/** How numbers are called. */
export function RulesCard(props: { draft: Draft }) {
  const say = useSay();
  const { centre, change } = props.draft;
  return (
    <section className="admin-card">
      <h2 className="admin-card-title">{say('admin.rules.title')}</h2>
      <dl className="admin-field-rows">
        {queueRuleUnits.map(([rule, unit]) => (
          <div key={rule} className="admin-field-row">
            <dt>{say(`admin.rules.${rule}`)}</dt>
            <dd>
              <NumberInput
                label={say(`admin.rules.${rule}`)}
                value={centre.queue[rule]}
                onChange={(value) => change({ queue: { ...centre.queue, [rule]: value } })}
              />{' '}
              {say(`admin.rules.units.${unit}`)}
            </dd>
            <Fault at={`queue.${rule}`} />
          </div>
        ))}
      </dl>
    </section>
  );
}
