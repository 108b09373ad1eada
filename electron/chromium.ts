/** Chromium in kiosk mode: a supported way to run a Linux kiosk where Electron cannot be had. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** @param searchPath the PATH of this process */
export function findChromium(searchPath: string): string | null {
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '');
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...elsewhere].find((path) => existsSync(path)) ?? null;
}

/** @param root whether this process is root, for whom Chromium's sandbox does not start */
export function chromiumFlags(options: { address: string; profile: string; root: boolean }): string[] {
  return [
    '--kiosk',
    `--app=${options.address}`,
    `--user-data-dir=${options.profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--no-service-autorun',
    '--noerrdialogs',
    '--disable-background-networking',
    '--disable-breakpad',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-dev-tools',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-infobars',
    '--disable-pinch',
    '--disable-print-preview',
    '--disable-quic',
    '--disable-session-crashed-bubble',
    '--disable-sync',
    '--disable-features=Translate,TranslateUI,MediaRouter,GlobalMediaControls,AutofillServerCommunication',
    '--overscroll-history-navigation=0',
    '--autoplay-policy=no-user-gesture-required',
    '--password-store=basic',
    '--ozone-platform-hint=auto',
    // No name but this machine's own leads anywhere, whatever a page or an extension tries.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    // For root the sandbox cannot start; the second keeps Chromium's warning bar from covering the kiosk.
    ...(options.root ? ['--no-sandbox', '--test-type'] : []),
  ];
}

const block = 2;
const allow = 1;

/** Writes what the profile must know before its first start: the camera for the core's page, everything else refused. */
export function prepareProfile(profile: string, origin: string): void {
  const folder = join(profile, 'Default');
  mkdirSync(folder, { recursive: true });
  const refused = [
    'media_stream_mic',
    'geolocation',
    'notifications',
    'popups',
    'automatic_downloads',
    'midi_sysex',
  ];
  const devices = [
    'usb_guard',
    'serial_guard',
    'hid_guard',
    'bluetooth_guard',
    'clipboard',
    'window_placement',
  ];
  const preferences = {
    profile: {
      default_content_setting_values: {
        ...Object.fromEntries([...refused, ...devices].map((name) => [name, block])),
        media_stream_camera: block,
      },
      content_settings: { exceptions: { media_stream_camera: { [`${origin},*`]: { setting: allow } } } },
      password_manager_enabled: false,
      // Else Chromium offers to restore pages after a power cut.
      exit_type: 'Normal',
      exited_cleanly: true,
    },
    credentials_enable_service: false,
    autofill: { profile_enabled: false, credit_card_enabled: false },
    browser: { enable_spellchecking: false, show_home_button: false },
    download_restrictions: 3,
    translate: { enabled: false },
    printing: { enabled: false },
    devtools: { availability: 2 },
  };
  writeFileSync(join(folder, 'Preferences'), JSON.stringify(preferences));
}
