import 'i18next';
import type { kioskVi } from './kiosk.vi.ts';
import type { staffVi } from './staff.vi.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'kiosk';
    resources: { kiosk: typeof kioskVi; staff: typeof staffVi };
  }
}
