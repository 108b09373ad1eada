import { createInstance, type i18n } from 'i18next';
import type { Language } from '../../core/contract.ts';
import type { kioskVi } from './kiosk.vi.ts';
import type { staffVi } from './staff.vi.ts';

// What `useTranslation('kiosk')` and `useTranslation('staff')` know: a key that does not exist does not compile.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'kiosk';
    resources: { kiosk: typeof kioskVi; staff: typeof staffVi };
  }
}

/** The same keys as the Vietnamese text; a missing or an extra one does not compile. */
export type Translated<Text> = {
  readonly [Key in keyof Text]: Text[Key] extends string ? string : Translated<Text[Key]>;
};

/**
 * One instance a language, ready at once, handed to `I18nextProvider`: the language comes with the view, so nothing
 * ever switches languages by itself, and no page is drawn in the wrong one first.
 */
export function textInstance(namespace: 'kiosk' | 'staff', language: Language, text: object): i18n {
  const instance = createInstance({
    lng: language,
    resources: { [language]: { [namespace]: text } },
    ns: [namespace],
    defaultNS: namespace,
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  void instance.init();
  return instance;
}
