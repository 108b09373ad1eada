import type { ReactNode } from 'react';
import type { i18n, TFunction } from 'i18next';
import { I18nextProvider, useTranslation } from 'react-i18next';
import type { Language } from '../../../core/contract.ts';
import { textInstance } from '../../text/i18n.ts';
import { staffEn } from '../../text/staff.en.ts';
import { staffVi } from '../../text/staff.vi.ts';

/** Takes the dotted name of a sentence and the values it needs; both are checked by the compiler. */
export type Say = TFunction<'staff'>;

const instances: Record<Language, i18n> = {
  vi: textInstance('staff', 'vi', staffVi),
  en: textInstance('staff', 'en', staffEn),
};

export function StaffText(props: { children: ReactNode }) {
  return <I18nextProvider i18n={instances.vi}>{props.children}</I18nextProvider>;
}

/** The sentences in the language of the screen. */
export function useSay(): Say {
  return useTranslation('staff').t;
}

/** The sentences in one language, for a screen that shows two. */
export function sayIn(language: Language): Say {
  return instances[language].getFixedT(language, 'staff');
}
