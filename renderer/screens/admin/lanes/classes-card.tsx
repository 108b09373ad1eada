import { Plus } from 'lucide-react';
import { ActionButton } from '../../../parts/action-button.tsx';
import { useSay } from '../../counter/staff-text.tsx';
import { Fault } from '../form/fault.tsx';
import { RemoveButton, TextInput } from '../form/inputs.tsx';
import { changed, without } from '../form/rows.ts';
import type { Draft } from '../form/use-draft.ts';
import { withNewClass } from './lane-changes.ts';

/** The groups of priority, in both languages of the kiosk. */
export function ClassesCard(props: { draft: Draft }) {
  const say = useSay();
  const { centre, change } = props.draft;
  const { priorityClasses } = centre;
  return (
    <section className="admin-card lanes-classes">
      <h2 className="admin-card-title">{say('admin.classes.title')}</h2>
      <p className="admin-hint">{say('admin.classes.hint')}</p>
      <table className="admin-form-table">
        <thead>
          <tr>
            <th>{say('admin.classes.vi')}</th>
            <th>{say('admin.classes.en')}</th>
            <td className="admin-narrow" />
          </tr>
        </thead>
        <tbody>
          {priorityClasses.map(({ id, vi, en }, index) => (
            <tr key={id}>
              <td>
                <TextInput
                  label={say('admin.classes.viOf', { name: vi })}
                  value={vi}
                  onChange={(next) =>
                    change({ priorityClasses: changed(priorityClasses, index, { vi: next }) })
                  }
                />
                <Fault at={`priorityClasses.${index}`} />
              </td>
              <td>
                <TextInput
                  label={say('admin.classes.enOf', { name: vi })}
                  value={en}
                  onChange={(next) =>
                    change({ priorityClasses: changed(priorityClasses, index, { en: next }) })
                  }
                />
              </td>
              <td>
                <RemoveButton
                  label={say('admin.form.remove', { name: vi })}
                  onPress={() => change({ priorityClasses: without(priorityClasses, index) })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ActionButton
        icon={<Plus />}
        onPress={() => change(withNewClass(centre, say('admin.classes.newVi'), say('admin.classes.newEn')))}
      >
        {say('admin.classes.add')}
      </ActionButton>
    </section>
  );
}
