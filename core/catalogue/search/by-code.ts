/** The procedures whose code was typed, with or without dots, or at least four figures of it. */
export function byCode(procedures: readonly { code: string }[], text: string): number[] {
  const typed = text.trim().toUpperCase();
  if (!/^[0-9][0-9A-Z.\s-]*$/.test(typed)) return [];
  const figures = typed.replace(/[^0-9A-Z]/g, '');
  if (!/^[0-9]{4}/.test(figures)) return [];
  const starting: number[] = [];
  const within: number[] = [];
  for (const [document, { code }] of procedures.entries()) {
    const own = code.replaceAll('.', '');
    // Behind the seven figures of the procedure stands what the province added.
    if (own.startsWith(figures) || figures.startsWith(`${own}000`)) starting.push(document);
    else if (own.includes(figures)) within.push(document);
  }
  return [...starting, ...within];
}
