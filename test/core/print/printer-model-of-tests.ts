import type { PrinterModel } from '../../../core/devices/printer-model.ts';

export const printerModelOfTests: PrinterModel = {
  id: 'of-tests',
  name: 'Tests',
  dots: 384,
  rowsPerBand: 240,
  cut: 'partial',
  feedLines: 4,
  status: 'real-time',
};
