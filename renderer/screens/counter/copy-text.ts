export type Clipboard = {
  /** Missing where the page did not come over https or from this machine. */
  modern: { writeText(text: string): Promise<void> } | undefined;
  /** The way of old browsers; answers whether it worked. */
  old(text: string): boolean;
};

/** Puts a text on the clipboard, by the old way where the new one is missing or forbidden. Resolves to whether it is there. */
export async function copyText(text: string, clipboard: Clipboard = browserClipboard()): Promise<boolean> {
  try {
    if (clipboard.modern !== undefined) {
      await clipboard.modern.writeText(text);
      return true;
    }
  } catch {
    // Forbidden by a policy of the machine: the old way asks nobody.
  }
  return clipboard.old(text);
}

function browserClipboard(): Clipboard {
  return { modern: (navigator as Partial<Navigator>).clipboard, old: copyBySelection };
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return isCopied;
}
