import { sampleSlips } from './sample-slips.ts';

export const sampleSlip = sampleSlips.ticket;
