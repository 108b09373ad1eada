import { done, refuse } from '../border.ts';
import type {
  AdminCommand,
  AdminPage,
  AdminScreen,
  AdminView,
  CommandResult,
  OfficerName,
} from '../contract.ts';
import { unreachable } from '../result.ts';
import { createAppointmentDesk } from './admin/appointments.ts';
import { createCentreDesk } from './admin/centre.ts';
import { createDayDesk } from './admin/day.ts';
import { createFiguresDesk } from './admin/figures.ts';
import { overview, type Surroundings } from './admin/overview.ts';
import type { Desk, StationDeps } from './deps.ts';
import { centreName } from './hall.ts';
import { createSignIn } from './sign-in.ts';

/** What is looked at; the day is `null` for the present one, whichever that is. */
type Look = { page: AdminPage; day: string | null };
const overviewOfToday: Look = { page: 'overview', day: null };

export function createAdminStation(deps: StationDeps, around: Surroundings): Desk<AdminCommand, AdminView> {
  const { store, clock, sync } = deps;
  const desk = createSignIn({ officers: store.officers, clock, roles: ['admin'] });
  const figures = createFiguresDesk(deps);
  const centre = createCentreDesk(deps);
  const day = createDayDesk(deps);
  const appointments = createAppointmentDesk(deps);
  let look = overviewOfToday;

  function screen(officer: OfficerName): AdminScreen {
    const today = store.tickets.dayAt(clock.now());
    switch (look.page) {
      case 'overview':
        return overview(officer, deps, around);
      case 'figures':
        return figures.screen(officer, look.day);
      case 'lanes':
        return { at: 'lanes', officer, today, document: centre.document() };
      case 'hours':
        return { at: 'hours', officer, today, document: centre.document(), state: day.state() };
      case 'appointments':
        return appointments.screen(officer, look.day);
      default:
        return unreachable(look.page);
    }
  }

  async function handle(command: AdminCommand): Promise<CommandResult> {
    if (command.type === 'sign-in') return desk.signIn(command.officerId, command.pin);
    const officer = desk.officer();
    if (!officer) return refuse('not-now', 'sign in first', 'type');
    switch (command.type) {
      case 'sign-out':
        desk.signOut();
        look = overviewOfToday;
        appointments.lookAway();
        return done;
      case 'sync-now':
        await sync.syncNow();
        return done;
      case 'look':
        look = { page: command.page, day: command.day };
        appointments.lookAway();
        return done;
      case 'change-centre':
        return centre.change(command.revision, command.centre, officer.id);
      case 'restore-centre':
        return centre.restore(command.revision, officer.id);
      case 'close-day':
        return day.close(command.day, command.carry, officer.id);
      case 'reopen-day':
        return day.reopen(command.day);
      case 'make-appointment':
        return appointments.make(command);
      case 'cancel-appointment':
        return appointments.cancel(command.code);
      default:
        return unreachable(command);
    }
  }

  return {
    view: () => {
      const officer = desk.officer();
      return {
        role: 'admin',
        centre: centreName(deps.centre.get()),
        device: store.outbox.device,
        screen: officer ? screen(officer) : { at: 'signed-out', officers: desk.choices() },
      };
    },
    async handle(command) {
      const result = await handle(command);
      deps.changed();
      return result;
    },
    close: () => {},
  };
}
