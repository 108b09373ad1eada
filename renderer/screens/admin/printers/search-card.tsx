import { Search } from 'lucide-react';
import type { AdminCommand, PrinterSearch } from '../../../../core/contract.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import { useSay } from '../../counter/staff-text.tsx';
import type { Ask } from '../../counter/use-ask.ts';

/** Looks around for printers and takes one of them into the form. */
export function SearchCard(props: {
  search: PrinterSearch;
  canAdd: boolean;
  asking: Ask<AdminCommand>;
  take: (address: string) => void;
}) {
  const say = useSay();
  const { search, asking } = props;
  return (
    <section className="admin-card">
      <header className="admin-card-head">
        <h2 className="admin-card-title">{say('admin.printers.search.title')}</h2>
        <ActionButton
          icon={<Search />}
          isDisabled={asking.pending !== null || search.at === 'searching'}
          onPress={() => void asking.ask({ type: 'find-printers' })}
        >
          {say('admin.printers.search.start')}
        </ActionButton>
      </header>
      <p className="admin-hint">{say('admin.printers.search.hint')}</p>
      {search.at === 'searching' && <p role="status">{say('admin.printers.search.searching')}</p>}
      {search.at === 'done' && search.found.length === 0 && (
        <p role="status">{say('admin.printers.search.nothing')}</p>
      )}
      {search.at === 'done' && search.found.length > 0 && (
        <table className="admin-table printers-found">
          <tbody>
            {search.found.map(({ address, what, isListed }) => (
              <tr key={address}>
                <td>{say(`admin.printers.search.what.${what}`)}</td>
                <td className="printers-address">{address}</td>
                <td className="admin-table-end">
                  {isListed ? (
                    <span className="admin-hint">{say('admin.printers.search.listed')}</span>
                  ) : (
                    <ActionButton
                      label={say('admin.printers.search.useOf', { address })}
                      isDisabled={!props.canAdd}
                      onPress={() => props.take(address)}
                    >
                      {say('admin.printers.search.use')}
                    </ActionButton>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
