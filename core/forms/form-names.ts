/** The official papers of the desk, in the order in which their models are numbered. */
export const formNames = ['receipt', 'supplement', 'refusal', 'apology'] as const;
export type FormName = (typeof formNames)[number];
