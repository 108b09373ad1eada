import {
  CalendarClock,
  ChartColumn,
  Clock,
  LayoutDashboard,
  Printer,
  ScanQrCode,
  Waypoints,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { AdminCommand, AdminPage, AdminScreen } from '../../../core/contract.ts';

export type PageAt = Exclude<AdminScreen['at'], 'signed-out'>;
type Page = { at: PageAt; icon: ReactNode; open: AdminCommand };

const look = (page: AdminPage): AdminCommand => ({ type: 'look', page, day: null });

/** The pages of the administration in the order of their tabs. */
export const pages: readonly Page[] = [
  { at: 'overview', icon: <LayoutDashboard />, open: look('overview') },
  { at: 'figures', icon: <ChartColumn />, open: look('figures') },
  { at: 'lanes', icon: <Waypoints />, open: look('lanes') },
  { at: 'hours', icon: <Clock />, open: look('hours') },
  { at: 'appointments', icon: <CalendarClock />, open: look('appointments') },
  { at: 'printers', icon: <Printer />, open: look('printers') },
  { at: 'scanner-test', icon: <ScanQrCode />, open: { type: 'begin-scanner-test' } },
];
